import type { QuestionView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { beginWriting, editBody, mergeLatest } from './edit-form.ts';

const read = (over: Partial<QuestionView> = {}) =>
  ({
    title: 'Why captions?',
    details: 'For demos.',
    topics: ['video'],
    visibility: 'members',
    revision: 3,
    ...over,
  }) as QuestionView;

describe('a question that is being edited', () => {
  it('sends only what was changed', () => {
    const writing = beginWriting(read());

    expect(editBody(writing)).toEqual({});
    expect(editBody({ ...writing, form: { ...writing.form, topics: ['video', 'demo'] } })).toEqual({
      topics: ['video', 'demo'],
    });
  });

  it('takes over what others saved meanwhile, and keeps what was typed', () => {
    const begun = beginWriting(read());
    const writing = { ...begun, form: { ...begun.form, title: 'Why captions at all?' } };

    const merged = mergeLatest(writing, read({ details: 'For all demos.', revision: 5 }));

    expect(merged.writing).toMatchObject({
      revision: 5,
      form: { title: 'Why captions at all?', details: 'For all demos.' },
    });
    expect(merged.both).toEqual([]);
    expect(editBody(merged.writing)).toEqual({ title: 'Why captions at all?' });
  });

  it('names what both changed', () => {
    const begun = beginWriting(read());
    const writing = { ...begun, form: { ...begun.form, title: 'Mine, which is long enough' } };

    expect(mergeLatest(writing, read({ title: 'Theirs, which is long enough' })).both).toEqual(['title']);
    expect(mergeLatest(writing, read({ title: 'Mine, which is long enough' })).both).toEqual([]);
  });
});
