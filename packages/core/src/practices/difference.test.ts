import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';

const text = (body: string) => ({ title: 'A title', context: '', body, topics: ['testing'] });

describe('the difference of two versions', () => {
  it('names the words that came and went, and leaves out fields that are the same', () => {
    expect(differenceOf(text('Write the test first.'), text('Write the failing test first.'))).toEqual([
      {
        field: 'body',
        parts: [
          { kind: 'same', text: 'Write the ' },
          { kind: 'added', text: 'failing ' },
          { kind: 'same', text: 'test first.' },
        ],
      },
    ]);
  });

  it('cuts what stayed the same far from any change', () => {
    const long = Array.from({ length: 200 }, (_, line) => `Line ${line} stays as it was.`).join('\n');
    const parts = differenceOf(text(`${long}\nold end`), text(`${long}\nnew end`))[0]!.parts;
    expect(parts[0]).toEqual({ kind: 'skipped', text: '' });
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(500);
  });

  it('keeps every word of both texts when nothing is long enough to cut', () => {
    const words = fc
      .array(fc.constantFrom('one', 'two', 'three', 'four', '\n'), { maxLength: 20 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = differenceOf(text(before), text(after))[0]?.parts ?? [{ kind: 'same' as const, text: before }];
        const read = (hidden: string) =>
          parts
            .filter(({ kind }) => kind !== hidden)
            .map((part) => part.text)
            .join('');
        expect(read('added')).toBe(before);
        expect(read('removed')).toBe(after);
      }),
    );
  });

  it('shows a text that was written anew as removed and added, without searching for likenesses for ever', () => {
    const long = (seed: string) => Array.from({ length: 4000 }, (_, n) => `${seed}${n}`).join('\n');
    expect(differenceOf(text(long('a')), text(long('b')))[0]?.parts.map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });
});
