import { z } from 'zod';
import { day, id, instant, line, markdown, pageOf, pageQuery, personCard, topic, topics } from '../kernel/contract.ts';
import { adoptionKinds, adoptionOutcomes, creditKinds, lifeActions, lives, practiceVisibilities } from './life.ts';
import { practiceLimits as limits } from './limits.ts';

export const draftPracticeInput = z.strictObject({
  communityId: id,
  title: line(5, limits.title),
  context: markdown(limits.context).default(''),
  body: markdown(limits.body).default(''),
  topics: topics(limits.topics).default([]),
  visibility: z.enum(practiceVisibilities).default('organisation'),
});
export type DraftPracticeInput = z.output<typeof draftPracticeInput>;

/** An edit of what is read (title, context, body, topics) makes a new version; the other fields do not. */
export const editPracticeInput = z.strictObject({
  title: line(5, limits.title).optional(),
  context: markdown(limits.context).optional(),
  body: markdown(limits.body).optional(),
  topics: topics(limits.topics).optional(),
  visibility: z.enum(practiceVisibilities).optional(),
  ownerId: id.optional(),
  reviewBy: day.optional(),
  /** What changed, for the history. */
  note: line(0, limits.note).optional(),
});
export type EditPracticeInput = z.output<typeof editPracticeInput>;

/** `reason` is required to retire and to send back (withdraw); `reviewBy` may be set with endorse and confirm. */
export const changeLifeInput = z.strictObject({ reason: line(0, limits.note).optional(), reviewBy: day.optional() });
export type ChangeLifeInput = z.output<typeof changeLifeInput>;

export const endorseInput = z.strictObject({ note: line(0, limits.note).optional() });
export type EndorseInput = z.output<typeof endorseInput>;

const measure = z.strictObject({
  name: line(1, limits.measure),
  before: z.number().min(-1e12).max(1e12).optional(),
  after: z.number().min(-1e12).max(1e12),
  unit: line(0, limits.unit).optional(),
});

export const recordAdoptionInput = z
  .strictObject({
    kind: z.enum(adoptionKinds),
    team: line(1, limits.team),
    outcome: z.enum(adoptionOutcomes).optional(),
    story: markdown(limits.story).optional(),
    measure: measure.optional(),
  })
  .refine(({ kind, outcome }) => kind === 'uses' || outcome !== undefined, {
    path: ['outcome'],
    error: 'Say what happened when you tried it.',
  });
export type RecordAdoptionInput = z.output<typeof recordAdoptionInput>;

export const creditInput = z.strictObject({ personId: id, credit: z.enum(creditKinds) });
export type CreditInput = z.output<typeof creditInput>;

/** A practice in a list. */
export const practiceCard = z.object({
  id,
  community: z.object({ id, name: z.string() }),
  title: z.string(),
  /** The first words of the context, or of the practice itself, as plain text. */
  summary: z.string(),
  topics: z.array(z.string()),
  life: z.enum(lives),
  visibility: z.enum(practiceVisibilities),
  owner: personCard,
  endorsementCount: z.int(),
  /** Different teams that said «we use this» (and did not take it back). */
  teamCount: z.int(),
  reviewBy: day.optional(),
  /** The review date has passed. */
  reviewDue: z.boolean(),
  updatedAt: instant,
  abilities: z.object({ endorse: z.boolean(), recordAdoption: z.boolean() }),
});
export type PracticeCard = z.output<typeof practiceCard>;

export const adoptionView = z.object({
  id,
  by: personCard,
  kind: z.enum(adoptionKinds),
  team: z.string(),
  outcome: z.enum(adoptionOutcomes).optional(),
  story: z.string().optional(),
  measure: z
    .object({ name: z.string(), before: z.number().optional(), after: z.number(), unit: z.string().optional() })
    .optional(),
  at: instant,
  abilities: z.object({ takeBack: z.boolean() }),
});
export type AdoptionView = z.output<typeof adoptionView>;

export const practiceView = practiceCard.extend({
  context: z.string(),
  body: z.string(),
  contributors: z.array(z.object({ person: personCard, credit: z.enum(creditKinds) })),
  /** The newest 100; `version` is the one that the person had read. `endorsementCount` counts all. */
  endorsements: z.array(z.object({ person: personCard, version: z.int(), note: z.string().optional(), at: instant })),
  endorsedByMe: z.boolean(),
  /** The newest 100. */
  adoptions: z.array(adoptionView),
  adoptionCount: z.int(),
  /** When and why its life last changed. */
  lifeSince: instant,
  lifeReason: z.string().optional(),
  version: z.int(),
  createdAt: instant,
  /** The question that it was composed from, where the viewer may see it. */
  keptFrom: z.object({ id, title: z.string() }).optional(),
  /** The page in Confluence that publishes it. */
  page: z.object({ title: z.string(), url: z.string() }).optional(),
  revision: z.int(),
  abilities: z.object({
    endorse: z.boolean(),
    takeBackEndorsement: z.boolean(),
    recordAdoption: z.boolean(),
    edit: z.boolean(),
    /** May change the owner and who may see it. */
    entrust: z.boolean(),
    credit: z.boolean(),
    /** Tell the stewards that something is wrong with it; not for its owner, and not while it is a draft. */
    report: z.boolean(),
    /** The steps of its life that the viewer may take now. */
    life: z.array(z.enum(lifeActions)),
  }),
});
export type PracticeView = z.output<typeof practiceView>;

export const practicesQuery = z.strictObject({
  communityId: id.optional(),
  topic: topic.optional(),
  life: z.enum(lives).optional(),
  q: line(1, 100).optional(),
  /** Only those that the viewer owns or is credited for. */
  mine: z.stringbool().optional(),
  ...pageQuery,
});
export type PracticesQuery = z.output<typeof practicesQuery>;
export const practicePage = pageOf(practiceCard);
export type PracticePage = z.output<typeof practicePage>;

export const versionView = z.object({
  version: z.int(),
  by: personCard,
  at: instant,
  note: z.string().optional(),
  title: z.string(),
});
export const versionPage = pageOf(versionView);
export type VersionPage = z.output<typeof versionPage>;

export const differenceQuery = z.strictObject({
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
});
export type DifferenceQuery = z.output<typeof differenceQuery>;

/** Words kept, added and removed, field by field; unchanged fields are absent. Long unchanged stretches are cut. */
export const differenceView = z.object({
  from: z.int(),
  to: z.int(),
  fields: z.array(
    z.object({
      field: z.enum(['title', 'context', 'body', 'topics']),
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed', 'skipped']), text: z.string() })),
    }),
  ),
});
export type DifferenceView = z.output<typeof differenceView>;
