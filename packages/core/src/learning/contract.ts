import { z } from 'zod';
import { day, id, instant, line, markdown, pageOf, pageQuery, personCard, topics } from '../kernel/contract.ts';
import {
  circleSessions,
  circleSizes,
  circleStates,
  mentoringLimits as limits,
  mentorshipStates,
  requestStates,
  rhythms,
} from './mentoring.ts';

const rhythm = z.enum(rhythms);
const someTopics = topics(limits.topics).refine((all) => all.length > 0, 'Name at least one topic.');
const community = z.object({ id, name: z.string() });

export const offerInput = z.strictObject({
  topics: someTopics,
  /** How many people at a time. */
  room: z.int().min(1).max(limits.room),
  rhythm,
  note: line(0, limits.note).default(''),
  /** Nobody new is brought to me until then. */
  pausedUntil: instant.nullable().default(null),
});
export type OfferInput = z.output<typeof offerInput>;

export const mentoringRequestInput = z.strictObject({
  goal: line(10, limits.goal),
  topics: someTopics,
  rhythm: rhythm.default('every-two-weeks'),
  /** Who is asked first, of those who offer it here; absent: whoever suits best. */
  mentorId: id.optional(),
});
export type MentoringRequestInput = z.output<typeof mentoringRequestInput>;

export const answerSeekerInput = z.strictObject({ accept: z.boolean() });
export type AnswerSeekerInput = z.output<typeof answerSeekerInput>;

export const sessionInput = z.strictObject({ heldOn: day, note: markdown(limits.sessionNote).default('') });
export type SessionInput = z.output<typeof sessionInput>;
export const circleMeetingInput = sessionInput.extend({
  /** Which meeting it was: the number of the next one, as it was read. Noted by somebody else meanwhile, it is refused. */
  number: z.int().min(1).max(circleSessions.most),
});
export type CircleMeetingInput = z.output<typeof circleMeetingInput>;
export const pauseInput = z.strictObject({ until: instant.optional() });
export type PauseInput = z.output<typeof pauseInput>;
export const reflectionInput = z.strictObject({ reflection: markdown(limits.reflection).default('') });
export type ReflectionInput = z.output<typeof reflectionInput>;

export const circleInput = z.strictObject({
  title: line(3, 120),
  purpose: line(10, limits.circlePurpose),
  topics: topics(limits.topics).default([]),
  rhythm: rhythm.default('every-two-weeks'),
  size: z.int().min(circleSizes.least).max(circleSizes.most).default(circleSizes.most),
  meetings: z.int().min(circleSessions.least).max(circleSessions.most).default(8),
});
export type CircleInput = z.output<typeof circleInput>;

/** What somebody offers as a mentor in a community. */
export const offerView = z.object({
  person: personCard,
  topics: z.array(z.string()),
  rhythm,
  note: z.string(),
  since: instant,
  /** Whether they can take on somebody now. */
  free: z.boolean(),
  /** Whether the viewer can wish for this mentor now. */
  ask: z.boolean(),
});
export type OfferView = z.output<typeof offerView>;
export const offersQuery = z.strictObject(pageQuery);
export type OffersQuery = z.output<typeof offersQuery>;

/** Mentoring in a community, as the viewer meets it. */
export const communityMentoringView = pageOf(offerView).extend({
  community,
  /** Pairs at work now; absent while they are fewer than five. */
  activeCount: z.int().optional(),
  mine: z.object({ offers: z.boolean(), looks: z.boolean() }),
  abilities: z.object({ offer: z.boolean(), request: z.boolean(), foundCircle: z.boolean() }),
});
export type CommunityMentoringView = z.output<typeof communityMentoringView>;

export const myOfferView = z.object({
  community,
  topics: z.array(z.string()),
  room: z.int(),
  taken: z.int(),
  rhythm,
  note: z.string(),
  pausedUntil: instant.optional(),
  since: instant,
});
export type MyOfferView = z.output<typeof myOfferView>;

export const mentoringRequestView = z.object({
  id,
  community,
  goal: z.string(),
  topics: z.array(z.string()),
  rhythm,
  state: z.enum(requestStates),
  /** Mentors who have been asked so far; who they were is theirs to tell. */
  askedCount: z.int(),
  /** Until when the one who is asked now has to answer. */
  until: instant.optional(),
  createdAt: instant,
});
export type MentoringRequestView = z.output<typeof mentoringRequestView>;

/** Somebody whom the viewer is asked to mentor. */
export const seekerView = z.object({
  requestId: id,
  community,
  person: personCard,
  goal: z.string(),
  topics: z.array(z.string()),
  rhythm,
  because: z.string(),
  until: instant,
  state: z.enum(['asked', 'silent']),
  /** Whether they wished for the viewer, and for nobody else. */
  wished: z.boolean(),
});
export type SeekerView = z.output<typeof seekerView>;

export const mentorshipView = z.object({
  id,
  community,
  /** What the viewer is in it. */
  as: z.enum(['mentor', 'mentee']),
  other: personCard,
  goal: z.string(),
  topics: z.array(z.string()),
  rhythm,
  state: z.enum(mentorshipStates),
  pausedUntil: instant.optional(),
  beganAt: instant,
  closedAt: instant.optional(),
  sessions: z.array(z.object({ heldOn: day, note: z.string(), mine: z.boolean() })),
  reflections: z.array(z.object({ text: z.string(), mine: z.boolean() })),
  revision: z.int(),
});
export type MentorshipView = z.output<typeof mentorshipView>;

export const circleView = z.object({
  id,
  community,
  title: z.string(),
  purpose: z.string(),
  topics: z.array(z.string()),
  rhythm,
  size: z.int(),
  meetings: z.int(),
  state: z.enum(circleStates),
  foundedAt: instant,
  peers: z.array(personCard),
  /** Whether the viewer is a peer; what was noted is for peers only. */
  mine: z.boolean(),
  next: z
    .object({
      number: z.int(),
      facilitator: personCard.optional(),
      /** Whether the viewer leads it. */
      mine: z.boolean(),
      /** About when it is, by the rhythm and the meeting before; absent before the first. */
      dueOn: day.optional(),
    })
    .optional(),
  held: z.array(z.object({ number: z.int(), heldOn: day, facilitator: personCard.optional(), note: z.string() })),
  abilities: z.object({ join: z.boolean(), leave: z.boolean(), begin: z.boolean(), noteMeeting: z.boolean() }),
});
export type CircleView = z.output<typeof circleView>;
export const circlesQuery = z.strictObject(pageQuery);
export type CirclesQuery = z.output<typeof circlesQuery>;
export const circlePage = pageOf(circleView);
export type CirclePage = z.output<typeof circlePage>;

/** All of the viewer's mentoring; the newest fifty of each. */
export const myMentoringView = z.object({
  offers: z.array(myOfferView),
  requests: z.array(mentoringRequestView),
  seekers: z.array(seekerView),
  mentorships: z.array(mentorshipView),
  circles: z.array(circleView),
});
export type MyMentoringView = z.output<typeof myMentoringView>;
