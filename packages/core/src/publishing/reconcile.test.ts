import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWritingOf, reconcile, sameWords, type Sides, type Words } from './reconcile.ts';

const words = (body: string, given: Partial<Words> = {}): Words => ({
  title: 'Weld',
  context: 'Steel.',
  body,
  ...given,
});
const A = words('Brush the joint.');
const B = words('Brush the joint, then wipe it.');
const C = words('Grind the joint.');

/** Few texts, so that chance makes them meet often enough. */
const someWords = fc.record({
  title: fc.constantFrom('Weld', 'Weld well'),
  context: fc.constantFrom('', 'For *steel*.', 'For _steel_.'),
  body: fc.constantFrom('Brush.', '- Brush\n- Wipe', '* Brush\n* Wipe', '# Brush'),
});
const someSides: fc.Arbitrary<Sides> = fc.record({
  shown: someWords,
  practice: someWords,
  base: someWords,
  page: someWords,
});

describe('a practice and its page', () => {
  it.each<[string, Sides, string]>([
    ['nothing was changed', { shown: A, practice: A, base: A, page: A }, 'same'],
    ['the practice was changed', { shown: A, practice: B, base: A, page: A }, 'write'],
    ['the page was changed', { shown: A, practice: A, base: A, page: B }, 'take-back'],
    ['both were changed', { shown: A, practice: B, base: A, page: C }, 'choose'],
    ['both were changed in the same way', { shown: A, practice: B, base: A, page: B }, 'same'],
    [
      'only the title of the page was changed',
      { shown: A, practice: A, base: A, page: { ...A, title: 'W' } },
      'take-back',
    ],
    [
      'one changed the title and the other the body',
      { shown: A, practice: B, base: A, page: { ...A, title: 'W' } },
      'choose',
    ],
    // A page has its own way of saying some things; that alone is no edit of it.
    ['the page reads differently, as it did before', { shown: A, practice: A, base: C, page: C }, 'same'],
    ['so it does, and the practice was changed', { shown: A, practice: B, base: C, page: C }, 'write'],
    ['so it did, and the page was changed', { shown: A, practice: A, base: C, page: B }, 'take-back'],
  ])('where %s', (_when, sides, verdict) => {
    expect(reconcile(sides)).toBe(verdict);
  });

  it('never writes over a page that somebody edited, and never takes back what would undo an edit of the practice', () => {
    fc.assert(
      fc.property(someSides, (sides) => {
        const verdict = reconcile(sides);
        if (verdict === 'write') expect(sameWords(sides.page, sides.base)).toBe(true);
        if (verdict === 'take-back') expect(sameWords(sides.practice, sides.shown)).toBe(true);
        if (verdict === 'choose') {
          expect(sameWords(sides.page, sides.base)).toBe(false);
          expect(sameWords(sides.practice, sides.shown)).toBe(false);
        }
      }),
    );
  });

  it('leaves nothing undone: where only one side was changed, that change arrives', () => {
    fc.assert(
      fc.property(someWords, someWords, (before, after) => {
        fc.pre(!sameWords(before, after));
        expect(reconcile({ shown: before, practice: after, base: before, page: before })).toBe('write');
        expect(reconcile({ shown: before, practice: before, base: before, page: after })).toBe('take-back');
      }),
    );
  });
});

describe('two texts are the same', () => {
  it.each([
    ['list marks', '- one\n- two', '* one\n* two'],
    ['emphasis', '*one* __two__', '_one_ **two**'],
    ['headings', 'One\n===', '# One'],
    ['broken lines', 'one\ntwo', 'one two'],
    ['spacing of lists', '- one\n- two', '- one\n\n- two'],
    ['escapes', '1\\. one', '1\\. one\n'],
    ['links by reference', '[one][1]\n\n[1]: https://example.com', '[one](https://example.com)'],
  ])('however one writes %s', (_what, one, other) => {
    expect(sameWords(words(one), words(other))).toBe(true);
  });

  it.each([
    ['a word', 'one two', 'one too'],
    ['a level', '# One', '## One'],
    ['an address', '[one](https://example.com/a)', '[one](https://example.com/b)'],
    ['a mark', 'one', '**one**'],
    ['a tick', '- [ ] one', '- [x] one'],
    ['an order', '- one\n- two', '1. one\n2. two'],
    ['spaces in code', '`a  b`', '`a b`'],
    ['what looks like code', '`a`', '\\`a\\`'],
  ])('but not where %s differs', (_what, one, other) => {
    expect(sameWords(words(one), words(other))).toBe(false);
  });
});

describe('a page shown beside its practice', () => {
  it('differs only where it says something else', () => {
    const practice = words('Use a table:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n* Brush\n* Wipe\n\nThen weld.');
    const page = words('Use a table:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- Brush\n- Wipe\n\nThen grind.');
    expect(inWritingOf(practice, page)).toEqual(words(practice.body.replace('weld', 'grind')));
  });

  it('says what it says, however it is written', () => {
    fc.assert(
      fc.property(someWords, someWords, (practice, page) => {
        expect(sameWords(inWritingOf(practice, page), page)).toBe(true);
      }),
    );
  });
});
