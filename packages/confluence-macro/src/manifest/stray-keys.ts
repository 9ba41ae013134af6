import { keysOf } from './keys.ts';

export const strayKeys = (name: string, value: object, kind: string): string[] =>
  Object.keys(value).flatMap((key) => (keysOf[kind]?.includes(key) ? [] : [`${name} has an unknown key: ${key}`]));
