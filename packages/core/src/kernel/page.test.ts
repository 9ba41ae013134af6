import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageOf, readCursor } from './page.ts';

const part = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const anything = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('a cursor', () => {
  it('gives back the key that it was made of', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        // JSON does not know negative zero.
        const plain = key.map((one) => (Object.is(one, -0) ? 0 : one));
        expect(decodeCursor(encodeCursor(plain), plain.length)).toEqual(plain);
      }),
    );
  });

  it('that is not one of ours is none, and never throws', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 4 }), (text, length) => {
        const key = decodeCursor(text, length);
        expect(key === undefined || key.length === length).toBe(true);
      }),
    );
  });

  it.each([
    ['an id that is none', ['x'], 'id'],
    ['a number as text', ['1'], 'number'],
    ['an instant that is none', ['2026-13-40T00:00:00Z'], 'instant'],
    ['a text with a zero byte', ['a\0b'], 'text'],
  ] as const)('with %s is none', (_what, key, kind) => {
    expect(readCursor(encodeCursor(key), kind)).toBeUndefined();
  });
});

describe('a page', () => {
  const cut = (rows: number[], limit: number) => pageOf(rows, limit, (row) => [row], String);

  it('has a next one exactly when more rows were read than it shows', () => {
    expect(cut([1, 2, 3], 3)).toEqual({ items: ['1', '2', '3'] });
    expect(cut([1, 2, 3], 2)).toEqual({ items: ['1', '2'], nextCursor: encodeCursor([2]) });
    expect(cut([], 2)).toEqual({ items: [] });
  });
});
