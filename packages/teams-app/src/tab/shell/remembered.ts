import { useState } from 'react';

const remembered = new Map<string, unknown>();

/** State that is found again as it was left, for as long as the tab lives: filters, when somebody comes back to a list. */
export function useRemembered<Value>(name: string, start: Value) {
  const [value, setValue] = useState<Value>(() => (remembered.has(name) ? (remembered.get(name) as Value) : start));
  const remember = (next: Value) => {
    remembered.set(name, next);
    setValue(next);
  };
  return [value, remember] as const;
}
