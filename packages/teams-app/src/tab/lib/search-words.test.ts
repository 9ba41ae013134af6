import { describe, expect, it } from 'vitest';
import { placeOf, searchPath, wordsFrom } from './search-words.ts';

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
