import { describe, expect, it } from 'vitest';
import { whyFirst, placeOf, searchPath, wordsFrom } from './search-words.ts';

describe('the address of a search', () => {
  it.each(['screen readers', '50% of C++ / C#?', 'Prüfung', '?', '#42'])('keeps “%s” as it was typed', (words) => {
    const [, , part] = searchPath(words, 'question').split('/');
    expect(wordsFrom(part)).toBe(words);
  });

  it('that is broken is read as it stands', () => {
    expect(wordsFrom('50%')).toBe('50%');
  });

  it('without words is the empty page', () => {
    expect(searchPath('', 'person')).toBe('/search');
  });
});

it('people and gatherings are found on pages of their own', () => {
  expect(placeOf({ kind: 'person', id: 'p1' })).toBe('/people/p1');
  expect(placeOf({ kind: 'gathering', id: 'g1' })).toBe('/gatherings/g1');
});

describe('the topics of what was found', () => {
  it.each([
    ['tests', ['a', 'b', 'c', 'd', 'e', 'accessibility testing'], ['accessibility testing', 'a', 'b', 'c', 'd', 'e']],
    ['prüfung', ['a', 'Prufungen'], ['Prufungen', 'a']],
    ['', ['a', 'b'], ['a', 'b']],
    ['"to be" -not', ['top', 'not yet'], ['not yet', 'top']],
  ])('for «%s» begin with what says why', (q, topics, order) => {
    expect(whyFirst(topics, q)).toEqual(order);
  });
});
