import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const textOf = (kinds: readonly string[], parts: ReturnType<typeof wordDiff>) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  it('is told word by word', () => {
    expect(wordDiff('We review on Fridays.', 'We review in pairs on Fridays.')).toEqual([
      { kind: 'same', text: 'We review ' },
      { kind: 'added', text: 'in pairs ' },
      { kind: 'same', text: 'on Fridays.' },
    ]);
  });

  it('is nothing where nothing changed', () => {
    expect(wordDiff('As it was.', 'As it was.')).toEqual([{ kind: 'same', text: 'As it was.' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it.each([
    ['one two three', 'three two one'],
    ['', 'new words'],
    ['old words', ''],
    ['a  b\n\nc', 'a b\nc d'],
    ['x '.repeat(3000), 'y '.repeat(3000)],
  ])('gives both texts back, whatever they are (%#)', (before, after) => {
    const parts = wordDiff(before, after);
    expect(textOf(['same', 'removed'], parts)).toBe(before);
    expect(textOf(['same', 'added'], parts)).toBe(after);
  });
});
