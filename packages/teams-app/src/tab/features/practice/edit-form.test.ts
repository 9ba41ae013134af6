import type { PracticeView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { beginWriting, editBody, mergeLatest } from './edit-form.ts';

const read = {
  title: 'Pair up',
  context: 'For hard bugs',
  body: 'Sit together.',
  topics: ['pairing'],
  visibility: 'organisation',
  owner: { id: 'ada', name: 'Ada', guest: false },
  revision: 4,
} as unknown as PracticeView;
const begun = beginWriting(read);
const writing = (form: Partial<typeof begun.form>) => ({ ...begun, form: { ...begun.form, ...form } });

describe('saving a practice', () => {
  it('sends only what this person changed', () => {
    expect(editBody(writing({ body: 'Sit together for an hour.' }))).toEqual({ body: 'Sit together for an hour.' });
  });

  it('sends nothing when nothing changed', () => {
    expect(editBody(begun)).toEqual({});
  });

  it('names a new owner by id', () => {
    expect(editBody(writing({ owner: { id: 'ben', name: 'Ben' } }))).toEqual({ ownerId: 'ben' });
  });

  it('never sends an empty review date', () => {
    const dated = beginWriting({ ...read, reviewBy: '2026-05-01' });
    expect(editBody({ ...dated, form: { ...dated.form, reviewBy: '' } })).toEqual({});
  });
});

describe('after somebody else saved first', () => {
  it('what only they changed is taken over', () => {
    const { writing: merged, conflicts } = mergeLatest(writing({ body: 'Mine' }), {
      ...read,
      title: 'Theirs',
      revision: 5,
    });
    expect(merged).toMatchObject({ form: { title: 'Theirs', body: 'Mine' }, revision: 5 });
    expect(conflicts).toEqual([]);
    expect(editBody(merged)).toEqual({ body: 'Mine' });
  });

  it('what both changed is a conflict, with my words kept', () => {
    const { writing: merged, conflicts } = mergeLatest(writing({ body: 'Mine' }), {
      ...read,
      body: 'Theirs',
      revision: 5,
    });
    expect(conflicts).toEqual(['body']);
    expect(merged).toMatchObject({ form: { body: 'Mine' }, base: { body: 'Theirs' } });
  });

  it('the same change twice is no conflict', () => {
    const { writing: merged, conflicts } = mergeLatest(writing({ body: 'Same' }), {
      ...read,
      body: 'Same',
      revision: 5,
    });
    expect(conflicts).toEqual([]);
    expect(editBody(merged)).toEqual({});
  });
});
