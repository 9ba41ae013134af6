/** Keeps a value in a map of at most `most`. A full one begins anew: that costs less than to know which is the oldest. */
export function keep<Key, Value>(
  map: Map<Key, Value>,
  most: number,
  { key, value }: { readonly key: Key; readonly value: Value },
): void {
  if (map.size >= most) map.clear();
  map.set(key, value);
}
