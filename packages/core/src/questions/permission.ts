import type { Role } from '../communities/role.ts';

/** How somebody relates to a question: the community roles they hold, and whether they asked it. */
export type Relation = Role | 'asker' | 'member' | 'colleague' | 'partner' | 'administrator';

export const questionActions = [
  'ask',
  'answer',
  'comment',
  'accept',
  'me-too',
  'helped',
  'edit',
  'close',
  'reopen',
  'mark-duplicate',
  'move',
  'keep',
  'remove-any-comment',
  'report',
  'moderate',
] as const;
export type QuestionAction = (typeof questionActions)[number];

const stewards = ['knowledge-steward', 'coordinator', 'administrator'] as const;
const leads = [...stewards, 'facilitator'] as const;
const readers = ['asker', 'member', 'colleague', 'partner'] as const;

/**
 * The one permission table of questions: who may do what, before the state of the question is looked at.
 *
 * Not in it, because they belong to whoever wrote the text: editing an answer and removing one's own comment. Accepting
 * is the asker's alone, since nobody else knows what solved their problem. Whoever cannot see a question is told that
 * there is none, so seeing is not in the table.
 */
export const questionPermissions: Readonly<Record<QuestionAction, readonly Relation[]>> = {
  ask: ['member'],
  answer: ['member'],
  comment: ['asker', 'member'],
  accept: ['asker'],
  'me-too': ['member', 'colleague', 'partner'],
  helped: readers,
  edit: ['asker', ...stewards],
  close: ['asker', ...leads],
  reopen: ['asker', ...leads],
  'mark-duplicate': ['asker', 'expert', ...leads],
  move: ['asker', ...leads],
  keep: ['member'],
  'remove-any-comment': stewards,
  report: readers,
  moderate: stewards,
};

/** Whether any of these relations allows the action. */
export const allows = (relations: readonly Relation[], action: QuestionAction) =>
  questionPermissions[action].some((relation) => relations.includes(relation));
