import { z } from 'zod';
import { id, instant, line, markdown, pageOf, pageQuery, personCard, topic, topics } from '../kernel/contract.ts';
import { seen } from '../kernel/text.ts';
import { closeReasons, questionLimits as limits, questionStates, questionVisibilities, stopPlaces } from './state.ts';

const written = (max: number) => markdown(max).refine((text) => seen(text) !== '', 'Write something first.');

export const askInput = z.strictObject({
  communityId: id,
  title: line(10, limits.title),
  details: markdown(limits.details).default(''),
  topics: topics(limits.topics).default([]),
  visibility: z.enum(questionVisibilities).default('organisation'),
  anonymous: z.boolean().default(false),
});
export type AskInput = z.output<typeof askInput>;

export const editQuestionInput = z.strictObject({
  title: line(10, limits.title).optional(),
  details: markdown(limits.details).optional(),
  topics: topics(limits.topics).optional(),
  visibility: z.enum(questionVisibilities).optional(),
});
export type EditQuestionInput = z.output<typeof editQuestionInput>;

export const answerInput = z.strictObject({ text: written(limits.answer), anonymous: z.boolean().default(false) });
export type AnswerInput = z.output<typeof answerInput>;
export const editAnswerInput = z.strictObject({ text: written(limits.answer) });
export type EditAnswerInput = z.output<typeof editAnswerInput>;

/** Without `answerId` the comment is on the question itself. Whoever asked or answered anonymously comments so. */
export const commentInput = z.strictObject({ text: written(limits.comment), answerId: id.optional() });
export type CommentInput = z.output<typeof commentInput>;

export const closeQuestionInput = z.strictObject({
  reason: z.enum(closeReasons),
  note: line(0, limits.note).optional(),
});
export type CloseQuestionInput = z.output<typeof closeQuestionInput>;
export const markDuplicateInput = z.strictObject({ ofQuestionId: id });
export type MarkDuplicateInput = z.output<typeof markDuplicateInput>;
export const moveQuestionInput = z.strictObject({ toCommunityId: id });
export type MoveQuestionInput = z.output<typeof moveQuestionInput>;

/**
 * Who wrote something: a person, or a pseudonym that holds within this one question («Asker», «Anonymous 2»). `mine`
 * tells the author alone that it is theirs.
 */
export const authorView = z.object({
  person: personCard.optional(),
  pseudonym: z.string().optional(),
  mine: z.boolean(),
});
export type AuthorView = z.output<typeof authorView>;

/** A question in a list. */
export const questionCard = z.object({
  id,
  community: z.object({ id, name: z.string() }),
  title: z.string(),
  /** The first words of the details as plain text. */
  summary: z.string(),
  topics: z.array(z.string()),
  state: z.enum(questionStates),
  visibility: z.enum(questionVisibilities),
  author: authorView,
  askedAt: instant,
  /** When something last happened to it. */
  activeAt: instant,
  answerCount: z.int(),
  /** People who have this too, beside the asker. */
  meTooCount: z.int(),
  hidden: z.boolean(),
});
export type QuestionCard = z.output<typeof questionCard>;

export const commentView = z.object({
  id,
  author: authorView,
  text: z.string(),
  at: instant,
  hidden: z.boolean(),
  abilities: z.object({ remove: z.boolean(), report: z.boolean() }),
});

export const answerView = z.object({
  id,
  author: authorView,
  /** Empty where it is hidden and the viewer may not see it. */
  text: z.string(),
  at: instant,
  editedAt: instant.optional(),
  accepted: z.boolean(),
  helpedCount: z.int(),
  helpedMe: z.boolean(),
  comments: z.array(commentView),
  hidden: z.boolean(),
  abilities: z.object({
    accept: z.boolean(),
    takeBackAcceptance: z.boolean(),
    edit: z.boolean(),
    helped: z.boolean(),
    comment: z.boolean(),
    report: z.boolean(),
  }),
});
export type AnswerView = z.output<typeof answerView>;

export const questionView = questionCard.extend({
  details: z.string(),
  editedAt: instant.optional(),
  comments: z.array(commentView),
  /** The accepted one first, then the most helpful, then the oldest; at most 100. */
  answers: z.array(answerView),
  meToo: z.boolean(),
  duplicateOf: z.object({ id, title: z.string() }).optional(),
  closed: z.object({ reason: z.enum(closeReasons), note: z.string().optional(), at: instant }).optional(),
  keptAs: z.object({ id, title: z.string() }).optional(),
  /** How many people who know were asked and have not answered yet; who they are is theirs to show. */
  askedCount: z.int(),
  /** The stops that it has come through, where it is, and those that may still come, in order. */
  way: z.array(z.object({ state: z.enum(questionStates), is: z.enum(stopPlaces) })),
  revision: z.int(),
  abilities: z.object({
    answer: z.boolean(),
    comment: z.boolean(),
    meToo: z.boolean(),
    edit: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    markDuplicate: z.boolean(),
    move: z.boolean(),
    keepAsPractice: z.boolean(),
    report: z.boolean(),
    moderate: z.boolean(),
  }),
});
export type QuestionView = z.output<typeof questionView>;

export const questionsQuery = z.strictObject({
  communityId: id.optional(),
  topic: topic.optional(),
  state: z.enum(questionStates).optional(),
  /** Open, with an expert or answered but not accepted: where help is wanted. */
  unsolved: z.stringbool().optional(),
  /** `asked` has the anonymous ones too, which nobody else can list. */
  mine: z.enum(['asked', 'answered']).optional(),
  sort: z.enum(['active', 'newest', 'me-too']).default('active'),
  ...pageQuery,
});
export type QuestionsQuery = z.output<typeof questionsQuery>;
export const questionPage = pageOf(questionCard);
export type QuestionPage = z.output<typeof questionPage>;

/** What somebody has typed so far, and where they would ask it. */
export const similarQuestionsQuery = z.strictObject({ title: line(3, limits.title), communityId: id.optional() });
export type SimilarQuestionsQuery = z.output<typeof similarQuestionsQuery>;
/** Answered ones first; at most 5. */
export const similarQuestions = z.object({ items: z.array(questionCard) });
export type SimilarQuestions = z.output<typeof similarQuestions>;

export const questionHistory = z.object({
  items: z.array(
    z.object({
      at: instant,
      what: z.enum(['question', 'answer']),
      answerId: id.optional(),
      title: z.string().optional(),
      text: z.string(),
      /** Who gave the question these words, where it is known: not whoever asked without a name. */
      editedBy: personCard.optional(),
    }),
  ),
});
export type QuestionHistory = z.output<typeof questionHistory>;
