import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery, personCard } from '../kernel/contract.ts';
import { groupSizes, introductionCadences, introductionLimits, meetingOutcomes } from './limits.ts';

export const arrangementInput = z.strictObject({
  cadence: z.enum(introductionCadences),
  size: z.int().min(groupSizes.least).max(groupSizes.most),
});
export type ArrangementInput = z.output<typeof arrangementInput>;

/** Wanting to be introduced. `pausedUntil`: not before then. `team`: others of it come last. */
export const wishInput = z.strictObject({
  team: line(0, introductionLimits.team).optional(),
  pausedUntil: instant.optional(),
});
export type WishInput = z.output<typeof wishInput>;

/** At which of the proposed times one can come, by their place in the list. */
export const suitingInput = z.strictObject({ suits: z.array(z.int().min(0).max(9)).max(10) });
export type SuitingInput = z.output<typeof suitingInput>;

export const meetingInput = z.strictObject({ met: z.enum(meetingOutcomes), useful: z.boolean().optional() });
export type MeetingInput = z.output<typeof meetingInput>;

export const introductionsQuery = z.object({ ...pageQuery });
export type IntroductionsQuery = z.output<typeof introductionsQuery>;

const communityName = z.object({ id, name: z.string() });

const wishView = z.object({
  since: instant,
  /** While it is to come. */
  pausedUntil: instant.optional(),
  team: z.string().optional(),
});

const arrangementView = z.object({
  cadence: z.enum(introductionCadences),
  size: z.int(),
  nextAt: instant.optional(),
  revision: z.int(),
});

/** How a community introduces its people. Figures about answers are there from five answers on. */
export const introductionsView = z.object({
  community: communityName,
  arrangement: arrangementView,
  /** How many want to be introduced. */
  wishCount: z.int(),
  mine: wishView.optional(),
  /** `personCount`: how many were introduced. */
  lastRound: z
    .object({ begunAt: instant, planned: z.boolean(), personCount: z.int().optional(), groupCount: z.int().optional() })
    .optional(),
  /** Of those who were introduced in the last year and said how it went. */
  outcomes: z.object({ answered: z.int(), met: z.int(), useful: z.int() }).optional(),
  abilities: z.object({ takePart: z.boolean(), arrange: z.boolean(), begin: z.boolean() }),
});
export type IntroductionsView = z.output<typeof introductionsView>;

/** A plan as the coordinator sees it before it is carried out. Who is kept apart from whom is nobody's to see. */
export const roundPreview = z.object({
  personCount: z.int(),
  groupCount: z.int(),
  /** Pairs who have been introduced before. */
  repeats: z.int(),
  /** The plan has at least this share of what the best of all plans has, 0 to 1; where that could be proven. */
  share: z.number().optional(),
  groups: z.array(z.array(personCard)),
  /** How many cannot be introduced to anybody. */
  leftCount: z.int(),
});
export type RoundPreview = z.output<typeof roundPreview>;

export const roundView = z.object({ id, begunAt: instant, planned: z.boolean() });
export type RoundView = z.output<typeof roundView>;

const proposedTime = z.object({
  at: instant,
  /** Who can come, the viewer too. */
  suits: z.array(personCard),
  mine: z.boolean(),
});

/** One introduction, as one of its people sees it. What others answered to «did you meet?» is not in it. */
export const introductionView = z.object({
  id,
  community: communityName,
  at: instant,
  others: z.array(personCard),
  /** How Teams knows those of the others whom it knows, to open a chat with them. */
  chat: z.array(z.string()),
  /** What they have in common, as sentences. */
  shared: z.array(z.string()),
  /** A question to begin with. */
  opener: z.string(),
  times: z.array(proposedTime),
  /** The viewer's zone. */
  timeZone: z.string(),
  /** The first time that suits all. */
  agreed: instant.optional(),
  mine: z.object({ met: z.enum(meetingOutcomes).optional(), useful: z.boolean().optional() }),
  abilities: z.object({ suit: z.boolean(), tell: z.boolean() }),
});
export type IntroductionView = z.output<typeof introductionView>;

export const introductionPage = pageOf(introductionView);
export type IntroductionPage = z.output<typeof introductionPage>;

/** Where one wants to be introduced, to whom one was, and from whom one keeps apart (which only oneself sees). */
export const myIntroductionsView = introductionPage.extend({
  wishes: z.array(wishView.extend({ community: communityName })),
  keptApart: z.array(personCard),
});
export type MyIntroductionsView = z.output<typeof myIntroductionsView>;
