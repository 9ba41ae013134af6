import { z } from 'zod';
import { archetypes, entries, formats, reaches } from '../communities/archetype.ts';
import { communityLimits } from '../communities/limits.ts';
import { connectInput } from '../communities/contract.ts';
import { roles } from '../communities/role.ts';
import { stages } from '../communities/stage.ts';
import { scheduleGatheringInput } from '../gatherings/contract.ts';
import { gatheringLimits, gatheringMinutes, MOST_DATES, rotationTurns } from '../gatherings/limits.ts';
import { editProfileInput } from '../identity/contract.ts';
import { profileLimits } from '../identity/profile.ts';
import { day, instant, line, markdown, topics } from '../kernel/contract.ts';
import { creditInput, recordAdoptionInput } from '../practices/contract.ts';
import { lives, practiceVisibilities } from '../practices/life.ts';
import { practiceLimits } from '../practices/limits.ts';
import { closeReasons, questionLimits, questionVisibilities } from '../questions/state.ts';

/**
 * The bundle: one JSON document that carries people, communities, memberships, practices, questions and gatherings
 * between systems.
 *
 * Records name each other by `externalId`, whatever their home system calls them; importing the same record again
 * changes nothing. Sections come in the order of `bundleSections`, so that a file of any size can be read as a stream.
 */
export const BUNDLE_FORMAT = 'copse-bundle/1';
export const bundleSections = [
  'people',
  'communities',
  'memberships',
  'practices',
  'questions',
  'answers',
  'comments',
  'gatherings',
] as const;
export type BundleSection = (typeof bundleSections)[number];

const externalId = z.string().min(1).max(200).regex(/^\S+$/u, 'An external id has no white space.');
const accountKey = z
  .string()
  .max(300)
  .regex(
    /^(?:entra|atlassian):[^\s:]+:\S+$/u,
    'Write entra:<tenant>:<object id> or atlassian:<cloud id>:<account id>.',
  );

export const bundlePerson = editProfileInput.extend({
  externalId,
  name: line(1, profileLimits.name),
  guest: z.boolean().default(false),
  /** Nobody is behind the account: it is introduced to nobody, is nobody's mentor, and is asked nothing. */
  serviceAccount: z.boolean().optional(),
  /** By external id, wherever in the people section; null for nobody. */
  manager: externalId.nullable().optional(),
  /** Somebody who had themselves erased: what they made keeps an owner, who has no name. */
  erased: z.boolean().optional(),
  /** Lets the person be recognised when they first sign in. */
  accounts: z.array(accountKey).max(10).default([]),
});
export type BundlePerson = z.output<typeof bundlePerson>;

export const bundleCommunity = z.strictObject({
  externalId,
  archetype: z.enum(archetypes),
  name: line(3, communityLimits.name),
  purpose: line(10, communityLimits.purpose),
  domain: markdown(communityLimits.domain).default(''),
  practice: markdown(communityLimits.practice).default(''),
  charter: markdown(communityLimits.charter).default(''),
  welcome: markdown(communityLimits.welcome).default(''),
  topics: topics(communityLimits.topics).default([]),
  /** These come from the archetype where they are left out. */
  format: z.enum(formats).optional(),
  visibility: z.enum(entries).optional(),
  reach: z.enum(reaches).default('organisation'),
  cadence: line(0, communityLimits.cadence).optional(),
  firstSteps: z
    .array(z.strictObject({ text: line(1, communityLimits.firstStep), done: z.boolean().default(false) }))
    .max(communityLimits.firstSteps)
    .optional(),
  stage: z.enum(stages).default('potential'),
  /** The dated history; without it the community has been in its stage since it was founded. */
  stageHistory: z
    .array(z.strictObject({ stage: z.enum(stages), since: instant, note: line(0, communityLimits.note).optional() }))
    .max(50)
    .optional(),
  /** Required exactly when `stage` is `closed`. */
  closeReason: line(3, communityLimits.note).optional(),
  foundedAt: instant.optional(),
  connections: z.array(connectInput).max(communityLimits.connections).default([]),
});
export type BundleCommunity = z.output<typeof bundleCommunity>;

export const bundleMembership = z.strictObject({
  community: externalId,
  person: externalId,
  state: z.enum(['member', 'requested', 'invited']).default('member'),
  message: line(0, communityLimits.note).optional(),
  since: instant.optional(),
  roles: z
    .array(z.strictObject({ role: z.enum(roles), since: instant.optional(), until: instant.optional() }))
    .max(roles.length)
    .default([]),
});
export type BundleMembership = z.output<typeof bundleMembership>;

const adoption = recordAdoptionInput.safeExtend({ by: externalId, at: instant.optional() });

export const bundlePractice = z.strictObject({
  externalId,
  community: externalId,
  title: line(5, practiceLimits.title),
  context: markdown(practiceLimits.context).default(''),
  body: markdown(practiceLimits.body).default(''),
  topics: topics(practiceLimits.topics).default([]),
  life: z.enum(lives).default('draft'),
  lifeReason: line(0, practiceLimits.note).optional(),
  visibility: z.enum(practiceVisibilities).default('organisation'),
  owner: externalId,
  credits: z
    .array(z.strictObject({ person: externalId, credit: creditInput.shape.credit }))
    .max(practiceLimits.credits)
    .default([]),
  endorsements: z
    .array(
      z.strictObject({ person: externalId, note: line(0, practiceLimits.note).optional(), at: instant.optional() }),
    )
    .max(1000)
    .default([]),
  adoptions: z.array(adoption).max(1000).default([]),
  reviewBy: day.optional(),
  createdAt: instant.optional(),
  updatedAt: instant.optional(),
});
export type BundlePractice = z.output<typeof bundlePractice>;

/**
 * Who wrote something: somebody by name, or, where it is anonymous, nobody. A bundle never says who wrote what is
 * anonymous, so where it is taken in nobody can be unmasked and nobody edits it.
 */
const author = { by: externalId.optional(), anonymous: z.boolean().default(false) };
const oneAuthor = (written: { by?: string | undefined; anonymous: boolean }) =>
  (written.by === undefined) === written.anonymous;
const ONE_AUTHOR = { message: 'Say who wrote it, or that it is anonymous; not both.', path: ['by'] };

const count = z.int().min(0).max(1_000_000_000).default(0);

export const bundleQuestion = z
  .strictObject({
    externalId,
    community: externalId,
    title: line(10, questionLimits.title),
    details: markdown(questionLimits.details).default(''),
    topics: topics(questionLimits.topics).default([]),
    visibility: z.enum(questionVisibilities).default('organisation'),
    ...author,
    askedAt: instant,
    editedAt: instant.optional(),
    /** When something last happened to it; from its answers where it is left out. */
    activeAt: instant.optional(),
    /** How many others have this too. */
    meToo: count,
    acceptedAnswer: externalId.optional(),
    closed: z
      .strictObject({ reason: z.enum(closeReasons), note: line(0, questionLimits.note).optional(), at: instant })
      .optional(),
    duplicateOf: externalId.optional(),
    /** Stewards have hidden it. */
    hidden: z.boolean().default(false),
  })
  .refine(oneAuthor, ONE_AUTHOR);
export type BundleQuestion = z.output<typeof bundleQuestion>;

export const bundleAnswer = z
  .strictObject({
    externalId,
    question: externalId,
    text: markdown(questionLimits.answer),
    ...author,
    at: instant,
    editedAt: instant.optional(),
    /** How many people it helped. */
    helped: count,
    hidden: z.boolean().default(false),
  })
  .refine(oneAuthor, ONE_AUTHOR);
export type BundleAnswer = z.output<typeof bundleAnswer>;

export const bundleComment = z
  .strictObject({
    externalId,
    question: externalId,
    /** Without it the comment is on the question. */
    answer: externalId.optional(),
    text: markdown(questionLimits.comment),
    ...author,
    at: instant,
    hidden: z.boolean().default(false),
  })
  .refine(oneAuthor, ONE_AUTHOR);
export type BundleComment = z.output<typeof bundleComment>;

/**
 * A gathering, once or as a series. Only what was planned travels: answers, attendance, recaps and what is different
 * about single dates, other than that they are called off, stay where they are.
 */
export const bundleGathering = scheduleGatheringInput
  .omit({ communityId: true, hostIds: true, endsLocal: true })
  .extend({
    externalId,
    community: externalId,
    /** By the face of the clock. */
    minutes: z.int().min(gatheringMinutes.least).max(gatheringMinutes.most).default(60),
    hosts: z.array(externalId).max(gatheringLimits.hosts).default([]),
    /** Dates that the rule has, on the clock of the zone, and that do not take place. */
    calledOff: z.array(scheduleGatheringInput.shape.startsLocal).max(MOST_DATES).default([]),
    cancelled: z.strictObject({ reason: line(0, gatheringLimits.reason).optional(), at: instant }).optional(),
    createdAt: instant.optional(),
    /** Stewards have hidden its title and description. */
    hidden: z.boolean().default(false),
    /** It is one of several series that take turns, all known by the first of them; turn 0 is what was before they did. */
    rotation: z
      .strictObject({
        first: externalId,
        turn: z.int().min(0).max(rotationTurns.most),
        turns: z.int().min(rotationTurns.least).max(rotationTurns.most),
      })
      .optional(),
  })
  .refine(({ rotation }) => !rotation || rotation.turn <= rotation.turns, {
    message: 'There are not so many turns.',
    path: ['rotation', 'turn'],
  });
export type BundleGathering = z.output<typeof bundleGathering>;

/** The whole document, for the published JSON Schema; files are read as streams, record by record. */
export const bundle = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  organisation: z.strictObject({ name: line(2, 120) }).optional(),
  people: z.array(bundlePerson).optional(),
  communities: z.array(bundleCommunity).optional(),
  memberships: z.array(bundleMembership).optional(),
  practices: z.array(bundlePractice).optional(),
  questions: z.array(bundleQuestion).optional(),
  answers: z.array(bundleAnswer).optional(),
  comments: z.array(bundleComment).optional(),
  gatherings: z.array(bundleGathering).optional(),
});

/** The JSON Schema (draft 2020-12) of the bundle as it is written down. */
export const bundleSchema = () => z.toJSONSchema(bundle, { io: 'input' });
