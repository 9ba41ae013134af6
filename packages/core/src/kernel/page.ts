/** One page of a list. `nextCursor` is there exactly when more items follow. */
export type Page<Item> = { items: Item[]; nextCursor?: string };

/** A cursor is opaque to callers: the sort key of the last item seen, packed as base64url JSON. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** Reads a cursor back, or `undefined` when it is not one of ours with `length` parts. Never throws. */
export function decodeCursor(cursor: string | undefined, length: number): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== length) return undefined;
    return key.every((part) => typeof part === 'string' || typeof part === 'number') ? key : undefined;
  } catch {
    return undefined;
  }
}

type Part = { readonly id: string; readonly text: string; readonly number: number; readonly instant: string };
type Key<Shape extends readonly (keyof Part)[]> = { readonly [At in keyof Shape]: Part[Shape[At]] };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/u;
const isPart: { readonly [Kind in keyof Part]: (part: string | number) => boolean } = {
  id: (part) => typeof part === 'string' && UUID.test(part),
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  number: (part) => Number.isFinite(part),
  instant: (part) => typeof part === 'string' && INSTANT.test(part) && !Number.isNaN(Date.parse(part)),
};

/**
 * Reads a cursor whose parts are of these kinds, so that a made-up one never reaches the database as a bad value: it
 * is taken for none, and the list begins at its beginning.
 */
export function readCursor<const Shape extends readonly (keyof Part)[]>(
  cursor: string | undefined,
  ...shape: Shape
): Key<Shape> | undefined {
  const key = decodeCursor(cursor, shape.length);
  return key?.every((part, at) => isPart[shape[at] ?? 'text'](part)) ? (key as Key<Shape>) : undefined;
}

/** Cuts rows that were read with `limit + 1` into a page; `keyOf` gives the sort key of a row. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  present: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(present);
  return rows.length > limit && last !== undefined ? { items, nextCursor: encodeCursor(keyOf(last)) } : { items };
}
