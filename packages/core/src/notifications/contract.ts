import { z } from 'zod';
import { id, instant, pageOf, pageQuery, personCard, topic } from '../kernel/contract.ts';
import { deliveryStates, deliveryTimes, notificationKinds } from './kind.ts';

const times = z.partialRecord(z.enum(notificationKinds), z.enum(deliveryTimes));

/** Without a community it is the person's usual; a community's own choice goes before it. */
export const preferencesView = z.object({
  usual: z.record(z.enum(notificationKinds), z.enum(deliveryTimes)),
  communities: z.array(z.object({ community: z.object({ id, name: z.string() }), times })),
  /** Topics about which the person is not asked for help until then. */
  snoozedTopics: z.array(z.object({ topic: z.string(), until: instant })),
  awayUntil: instant.optional(),
  revision: z.int(),
});
export type PreferencesView = z.output<typeof preferencesView>;

export const editPreferencesInput = z.strictObject({
  usual: times.optional(),
  communities: z
    .array(z.strictObject({ communityId: id, times }))
    .max(200)
    .optional(),
  snoozedTopics: z
    .array(z.strictObject({ topic, until: instant }))
    .max(100)
    .optional(),
  awayUntil: instant.nullable().optional(),
});
export type EditPreferencesInput = z.output<typeof editPreferencesInput>;

/** What a message is about, where the viewer may see it. */
const subjectLink = z.object({
  kind: z.enum(['question', 'practice', 'community', 'gathering', 'introduction', 'circle']),
  id,
});

/** Why a message did not come, and what can be done about it. */
const trouble = z.object({ reason: z.string(), remedy: z.string().optional() });

/** One message to the viewer. */
export const notificationView = z.object({
  id,
  kind: z.enum(notificationKinds),
  title: z.string(),
  /** Why it came. */
  because: z.string(),
  link: subjectLink.optional(),
  at: instant,
  state: z.enum(deliveryStates),
  /** When it comes at the earliest, where it is held. */
  heldUntil: instant.optional(),
  /** Where it failed, is blocked or came too late. */
  trouble: trouble.optional(),
});
export type NotificationView = z.output<typeof notificationView>;
export const notificationPage = pageOf(notificationView);
export type NotificationPage = z.output<typeof notificationPage>;

/** What became of a message to many, for whoever caused it: counts by state, and the reasons of what failed. */
export const broadcastView = z.object({
  id,
  about: z.string(),
  link: subjectLink.optional(),
  at: instant,
  counts: z.record(z.enum(deliveryStates), z.int()),
  /** People for whom it waits in their next digest, beside those that are counted. */
  inDigest: z.int(),
  failures: z.array(trouble.extend({ count: z.int() })),
  /** Where it was to be posted, by name, and what became of it there. */
  posts: z.array(z.object({ place: z.string(), state: z.enum(deliveryStates), trouble: trouble.optional() })),
});
export type BroadcastView = z.output<typeof broadcastView>;
export const broadcastQuery = z.strictObject(pageQuery);
export const broadcastPage = pageOf(broadcastView);
export type BroadcastPage = z.output<typeof broadcastPage>;

/** One of those who are told by a message to many, for whoever caused it. */
export const recipientView = z.object({
  id,
  person: personCard,
  state: z.enum(deliveryStates),
  /** Where it failed, is blocked or came too late. */
  trouble: trouble.optional(),
});
export type RecipientView = z.output<typeof recipientView>;
export const recipientPage = pageOf(recipientView);
export type RecipientPage = z.output<typeof recipientPage>;

/** What of a community is posted where it meets in Teams. The address of a webhook is written and never read. */
export const postingView = z.object({
  newQuestions: z.boolean(),
  weeklyDigest: z.boolean(),
  /**
   * The channels where it is posted, by name; without a bot, or without a channel, the webhook. `trouble`, for whoever may
   * edit: why the newest post did not get there.
   */
  places: z.array(z.object({ name: z.string(), by: z.enum(['bot', 'webhook']), trouble: trouble.optional() })),
  webhook: z.object({ host: z.string(), since: instant }).optional(),
  abilities: z.object({ edit: z.boolean() }),
});
export type PostingView = z.output<typeof postingView>;

export const editPostingInput = z.strictObject({
  newQuestions: z.boolean().optional(),
  weeklyDigest: z.boolean().optional(),
  /** `null` forgets it. */
  webhookUrl: z.string().max(2000).nullable().optional(),
});
export type EditPostingInput = z.output<typeof editPostingInput>;
