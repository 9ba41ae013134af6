import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fits, forgetAllDrafts, forgetDraft, keepDraft, readDraft } from './drafts.ts';

const DAY = 24 * 3600 * 1000;
const now = Date.UTC(2026, 2, 2);

/** The part of the browser's storage that drafts use, with its keys as own properties. */
function aStorage(): Storage {
  const storage = Object.create({
    getItem: (key: string) => (storage as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => void ((storage as Record<string, string>)[key] = value),
    removeItem: (key: string) => void delete (storage as Record<string, string>)[key],
  }) as Storage;
  return storage;
}

const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
const useStorage = (value: unknown) => Object.defineProperty(globalThis, 'localStorage', { value, configurable: true });
beforeEach(() => useStorage(aStorage()));
afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'localStorage', before);
  else Reflect.deleteProperty(globalThis, 'localStorage');
});

describe('what was typed and not saved', () => {
  it('is there again the next time', () => {
    keepDraft('ada.practice', { body: 'Half a sen' }, now);
    expect(readDraft('ada.practice', now + DAY)).toEqual({ value: { body: 'Half a sen' }, at: now });
  });

  it('is forgotten after a month, and at once when it was saved', () => {
    keepDraft('ada.practice', 'old', now);
    expect(readDraft('ada.practice', now + 31 * DAY)).toBeUndefined();
    forgetDraft('ada.practice');
    expect(readDraft('ada.practice', now)).toBeUndefined();
  });

  it('goes with the person who has themselves erased, and nothing else does', () => {
    keepDraft('ada.practice', 'a', now);
    localStorage.setItem('somebody.else', 'stays');
    forgetAllDrafts();
    expect(readDraft('ada.practice', now)).toBeUndefined();
    expect(localStorage.getItem('somebody.else')).toBe('stays');
  });

  it('does without storage where the browser forbids it', () => {
    useStorage(undefined);
    keepDraft('ada.practice', 'a', now);
    forgetAllDrafts();
    expect(readDraft('ada.practice', now)).toBeUndefined();
  });

  it('does not break a page when it is damaged', () => {
    localStorage.setItem('copse.draft.ada.practice', '{"value":');
    expect(readDraft('ada.practice', now)).toBeUndefined();
  });
});

describe('a draft of an older form', () => {
  const start = { title: '', topics: [] as string[], owner: { name: '' }, kind: undefined };

  it('fits when everything is there', () => {
    expect(fits({ title: 'x', topics: ['a'], owner: { name: 'Ada', id: '1' }, more: 1 }, start)).toBe(true);
  });

  it.each([[{ title: 'x', topics: [] }], [{ ...start, topics: 'a' }], [{ ...start, owner: null }], ['text'], [null]])(
    'does not fit otherwise',
    (draft) => {
      expect(fits(draft, start)).toBe(false);
    },
  );
});
