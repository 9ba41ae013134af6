import { expect, it } from 'vitest';
import { beginningOf, titleOf } from './beginning.ts';

it('a form begins with what another page handed over', () => {
  const given = { from: 'one.0', title: 'Pair on releases', text: 'From the gathering.' };
  expect(beginningOf({ ...given, more: 1 })).toEqual(given);
});

it.each([null, undefined, 'text', {}, { from: 'one.0', title: 3, text: '' }])(
  'a form begins empty where the history holds %j',
  (state) => {
    expect(beginningOf(state)).toBeUndefined();
  },
);

it.each([
  ['Pair on releases', 16, 'Pair on releases'],
  ['Pair on all releases', 16, 'Pair on all…'],
  ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
])('“%s” as a title of at most %i characters is “%s”', (text, most, title) => {
  expect(titleOf(text, most)).toBe(title);
  expect(title.length).toBeLessThanOrEqual(most);
});
