import { z } from 'zod';
import { markdownOfTeamsHtml } from './teams-html.ts';

const short = z.string().max(500);
const named = z.looseObject({ id: short, name: short.optional() });
const guid = z.guid();
/** More than the longest thing that we take, so that what is too long can be told so. */
const MOST_WORDS = 60_000;

/**
 * What we read of an activity. The channel may send more, which is ignored; a wrong type is refused.
 *
 * Only Teams is accepted: on web chat or Direct Line a caller could name any `aadObjectId` as their own.
 */
const activitySchema = z.looseObject({
  type: z.string().max(100),
  id: short.optional(),
  name: short.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().max(1000),
  replyToId: short.optional(),
  locale: z.string().max(50).optional().catch(undefined),
  /** Bounded by the request. What is too long for its purpose is told so, kindly. */
  text: z.string().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(200).optional(), content: z.unknown() }))
    .max(100)
    .nullish()
    .catch([]),
  value: z.unknown().optional(),
  from: z.looseObject({ id: short, name: short.optional(), aadObjectId: guid.optional(), role: short.optional() }),
  recipient: z.looseObject({ id: short, name: short.optional() }).optional(),
  conversation: z.looseObject({
    id: short,
    name: short.nullish(),
    conversationType: short.optional(),
    tenantId: guid.optional(),
  }),
  entities: z
    .array(z.looseObject({ type: short }))
    .max(200)
    .nullish()
    .catch([]),
  membersAdded: z
    .array(z.looseObject({ id: short }))
    .max(2000)
    .nullish(),
  action: short.optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: guid }).optional(),
      team: named.optional(),
      channel: named.optional(),
      settings: z.looseObject({ selectedChannel: named.optional() }).optional(),
      eventType: short.optional(),
    })
    .nullish(),
});

export type Activity = z.output<typeof activitySchema>;

/** Reads one delivered activity, or `undefined` when it is not one that we can answer. Never throws. */
export function readActivity(body: unknown): Activity | undefined {
  return activitySchema.safeParse(body).data;
}

/** Where a conversation takes place. `externalId` is how core knows a channel or a chat. */
export type Place =
  | { readonly kind: 'personal' }
  | {
      readonly kind: 'teams-channel' | 'teams-chat';
      readonly externalId: string;
      readonly name: string;
      readonly url?: string | undefined;
    };

/** The person who wrote or clicked, as Teams vouches for them. */
export type Sender = {
  /** Their id in Teams, for `refresh.userIds`; never stored. */
  readonly teamsId: string;
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string | undefined;
};

/** Who sent it, or `undefined` for a bot, an anonymous guest of a meeting, or Teams itself. */
export function senderOf({ from, channelData, conversation }: Activity): Sender | undefined {
  const tenantId = channelData?.tenant?.id ?? conversation.tenantId;
  if (from.role === 'bot' || !from.aadObjectId || !tenantId) return undefined;
  return {
    teamsId: from.id,
    tenantId: tenantId.toLowerCase(),
    objectId: from.aadObjectId.toLowerCase(),
    name: from.name,
  };
}

/** Where it was sent. A thread of a channel is the channel; a team without a named channel is its first one. */
export function placeOf({ conversation, channelData }: Activity): Place {
  const team = channelData?.team;
  if (conversation.conversationType === 'channel' || team) {
    const thread = conversation.id.split(';')[0] ?? conversation.id;
    const channel = channelData?.settings?.selectedChannel ?? channelData?.channel;
    const channelId = channel?.id ?? thread;
    const teamId = team?.id ?? channelId;
    // Teams leaves out the name of a team's first channel.
    const names = [team?.name, channel?.name ?? (channelId === teamId ? 'General' : undefined)];
    return {
      kind: 'teams-channel',
      externalId: `${teamId}|${channelId}`,
      name: names.filter(Boolean).join(' › ') || 'This channel',
      url: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channelId)}/channel`,
    };
  }
  if (conversation.conversationType === 'groupChat') {
    return { kind: 'teams-chat', externalId: conversation.id, name: conversation.name ?? 'This chat' };
  }
  return { kind: 'personal' };
}

/** The text without the mention that called us, and without what only a machine reads. */
export const wordsOf = (activity: Activity): string => wordsInLines(activity).replaceAll(/\s+/g, ' ').trim();

function wordsInLines({ text, entities, recipient }: Activity): string {
  let words = (text ?? '').slice(0, MOST_WORDS);
  for (const entity of entities ?? []) {
    const written = entity['text'];
    if (mentions(entity, recipient?.id) && typeof written === 'string' && written) {
      words = words.replaceAll(written, ' ');
    }
  }
  return words
    .replaceAll(/<at>([^<]*)<\/at>/gi, '$1')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

/**
 * The same with its lists, links, code and line breaks, as Markdown: Teams sends the HTML of a message beside its words.
 * Without HTML it is taken for what it is, Markdown as typed. The mention that called us is cut off.
 */
export function markdownOf(activity: Activity): string {
  const html = activity.attachments?.find(({ contentType }) => contentType === 'text/html')?.content;
  const markdown = typeof html === 'string' ? markdownOfTeamsHtml(html) : wordsInLines(activity);
  const name = activity.recipient?.name;
  const called = name && markdown.startsWith(name) ? markdown.slice(name.length) : markdown;
  return called.replace(/^[\s,:;]+/, '');
}

/**
 * Whether a message was written to us. Where a team or a chat has agreed that its threads may be read, Teams delivers
 * every message of it: what people say to each other is neither answered nor kept.
 */
export function isForUs(activity: Activity): boolean {
  if (activity.type !== 'message' || placeOf(activity).kind === 'personal') return true;
  // A press, from a client that cannot run Action.Execute.
  if (!activity.text && activity.value) return true;
  return (activity.entities ?? []).some((entity) => mentions(entity, activity.recipient?.id));
}

function mentions(entity: { readonly type: string; readonly mentioned?: unknown }, id: string | undefined): boolean {
  const mentioned = entity.mentioned as { readonly id?: unknown } | null | undefined;
  return entity.type === 'mention' && id !== undefined && mentioned?.id === id;
}

/** Whether it tells that the bot itself has just been added. An upgrade of the app is none of people's business. */
export function tellsOfInstallation({ type, action, membersAdded, recipient }: Activity): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && (membersAdded ?? []).some(({ id }) => id === recipient?.id);
}
