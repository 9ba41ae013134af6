import { describe, expect, it } from 'vitest';
import { opensSearch } from './search-key.ts';

const inside = (...selectors: string[]) =>
  ({ closest: (asked: string) => (selectors.some((one) => asked.includes(one)) ? {} : null) }) as unknown as Element;
const press = (over: object) => ({
  key: 'k',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
  target: inside(),
  ...over,
});

describe('the key for search', () => {
  it.each([
    ['Ctrl+K', { ctrlKey: true }],
    ['⌘K', { metaKey: true }],
    ['Ctrl+K while writing', { ctrlKey: true, target: inside('textarea') }],
    ['/ on the page', { key: '/' }],
    ['/ typed with Shift', { key: '/', shiftKey: true }],
  ])('is %s', (_name, over) => {
    expect(opensSearch(press(over))).toBe(true);
  });

  it.each([
    ['a plain k', {}],
    ['/ in a text', { key: '/', target: inside('textarea') }],
    ['Ctrl+/', { key: '/', ctrlKey: true }],
    ['Ctrl+K in a dialog', { ctrlKey: true, target: inside('[role="dialog"]') }],
    ['Ctrl+Shift+K', { ctrlKey: true, shiftKey: true }],
    ['a key that somebody else has used', { ctrlKey: true, defaultPrevented: true }],
  ])('is not %s', (_name, over) => {
    expect(opensSearch(press(over))).toBe(false);
  });
});
