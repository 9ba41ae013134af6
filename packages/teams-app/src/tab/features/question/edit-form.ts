import type { EditQuestionInput, QuestionView } from '@copse/core/contracts';
import type { QuestionVisibility } from '@copse/core/vocabulary';

export type QuestionForm = {
  readonly title: string;
  readonly details: string;
  readonly topics: readonly string[];
  readonly visibility: QuestionVisibility;
};

/** A form together with what was read when the writing began: what differs from it is what this person changed. */
export type Writing = { readonly base: QuestionForm; readonly revision: number; readonly form: QuestionForm };

const formOf = ({ title, details, topics, visibility }: QuestionView): QuestionForm => ({
  title,
  details,
  topics,
  visibility,
});

export const beginWriting = (question: QuestionView): Writing => {
  const base = formOf(question);
  return { base, revision: question.revision, form: base };
};

const fields = ['title', 'details', 'topics', 'visibility'] as const;
export type QuestionField = (typeof fields)[number];

const same = (a: QuestionForm, b: QuestionForm, field: QuestionField) =>
  JSON.stringify(a[field]) === JSON.stringify(b[field]);

const changedFields = ({ base, form }: Writing) => fields.filter((field) => !same(base, form, field));

/** The request: only what this person changed. */
export const editBody = (writing: Writing): EditQuestionInput =>
  Object.fromEntries(changedFields(writing).map((field) => [field, writing.form[field]]));

/**
 * Somebody saved `latest` while this was being written: takes over what only they changed and keeps what this person
 * changed. The fields that both changed differently are named.
 */
export function mergeLatest(writing: Writing, latest: QuestionView): { writing: Writing; both: QuestionField[] } {
  const theirs = formOf(latest);
  const mine = changedFields(writing);
  const both = mine.filter((field) => !same(writing.base, theirs, field) && !same(writing.form, theirs, field));
  const kept = Object.fromEntries(mine.map((field) => [field, writing.form[field]])) as Partial<QuestionForm>;
  return { writing: { base: theirs, revision: latest.revision, form: { ...theirs, ...kept } }, both };
}
