import type { EditPracticeInput, PersonCard, PracticeView } from '@copse/core/contracts';
import type { PracticeVisibility } from '@copse/core/vocabulary';

/** What the editor shows. */
export type PracticeForm = {
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly visibility: PracticeVisibility;
  readonly reviewBy: string;
  /** Only its id is sent; the name is there to be shown. */
  readonly owner: Pick<PersonCard, 'id' | 'name'>;
};

/** A form together with what was read when the writing began: what differs from it is what this person changed. */
export type Writing = {
  readonly base: PracticeForm;
  readonly revision: number;
  readonly form: PracticeForm;
  readonly note: string;
};

export const formOf = ({ title, context, body, topics, visibility, reviewBy, owner }: PracticeView): PracticeForm => ({
  title,
  context,
  body,
  topics,
  visibility,
  reviewBy: reviewBy ?? '',
  owner: { ...(owner.id ? { id: owner.id } : {}), name: owner.name },
});

export const beginWriting = (practice: PracticeView): Writing => {
  const base = formOf(practice);
  return { base, revision: practice.revision, form: base, note: '' };
};

const fields = ['title', 'context', 'body', 'topics', 'visibility', 'reviewBy', 'owner'] as const;
export type PracticeField = (typeof fields)[number];

const same = (a: PracticeForm, b: PracticeForm, field: PracticeField) =>
  field === 'owner' ? a.owner.id === b.owner.id : JSON.stringify(a[field]) === JSON.stringify(b[field]);

export const changedFields = ({ base, form }: Pick<Writing, 'base' | 'form'>): PracticeField[] =>
  fields.filter((field) => !same(base, form, field));

/** The request: only what this person changed. */
export function editBody(writing: Writing): EditPracticeInput {
  const { form, note } = writing;
  const all = changedFields(writing);
  const changed = all.filter((field) => field !== 'owner' && (field !== 'reviewBy' || form.reviewBy !== ''));
  return {
    ...(all.includes('owner') && form.owner.id ? { ownerId: form.owner.id } : {}),
    ...(Object.fromEntries(changed.map((field) => [field, form[field]])) as EditPracticeInput),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
}

/**
 * Somebody saved `latest` while this was being written. Takes over what only they changed and keeps what only this
 * person changed; the fields that both changed differently are returned as `conflicts`, with this person's words in
 * the form.
 */
export function mergeLatest(writing: Writing, latest: PracticeView): { writing: Writing; conflicts: PracticeField[] } {
  const theirs = formOf(latest);
  const mine = changedFields(writing);
  const conflicts = mine.filter((field) => !same(writing.base, theirs, field) && !same(writing.form, theirs, field));
  const kept = Object.fromEntries(mine.map((field) => [field, writing.form[field]])) as Partial<PracticeForm>;
  const form = { ...theirs, ...kept };
  return { writing: { ...writing, base: theirs, revision: latest.revision, form }, conflicts };
}
