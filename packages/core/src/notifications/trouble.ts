import type { DeliveryState } from './kind.ts';
import { IN_DOUBT, type RefusedBecause } from './messenger.ts';
import type { ExpiredBecause } from './parcel.ts';

/** What went wrong with a message, and what can be done about it, if anything. */
export type Trouble = { readonly reason: string; readonly remedy?: string };

type Cause = RefusedBecause | ExpiredBecause | typeof IN_DOUBT | 'unreachable' | 'blocked';
/** What the recipient reads, and what whoever caused the message reads of all whom it befell. */
type Told = { readonly me: Trouble; readonly sender: Trouble };

const HERE = 'You have it here.';
const THERE = 'They find it in Copse. Tell your administrator if it happens often.';

const troubles: Readonly<Record<Cause, Told>> = {
  'not-installed': {
    me: {
      reason: 'You have not added Copse in Teams.',
      remedy: 'Add it there under “Apps”, and the next message reaches you.',
    },
    sender: {
      reason: 'They have not added Copse in Teams',
      remedy:
        'Your administrator can set it up for everyone in the Teams admin centre. They find it in Copse meanwhile.',
    },
  },
  'no-bot': {
    me: {
      reason: 'Copse has no bot in your organisation, so it cannot write to you.',
      remedy: 'Look here for what is new, or ask your administrator for the bot.',
    },
    sender: {
      reason: 'Copse has no bot in this organisation',
      remedy: 'Your administrator can set one up. They find it in Copse meanwhile.',
    },
  },
  'no-account': {
    me: {
      reason: 'Copse knows of no account of yours in Teams.',
      remedy: 'Open Copse in Teams once, and link the two accounts under “Me”.',
    },
    sender: {
      reason: 'They have no account in Teams',
      remedy: 'They find it in Copse, for instance on Confluence pages.',
    },
  },
  'conversation-gone': {
    me: {
      reason: 'Your chat with Copse was no longer there.',
      remedy: 'Write anything to Copse in Teams, and it finds you again.',
    },
    sender: {
      reason: 'The conversation is no longer there',
      remedy: 'It is found again as soon as they write to Copse. They find the message there too.',
    },
  },
  'not-taken': {
    me: { reason: 'Teams did not accept the message.', remedy: `${HERE} Tell your administrator if it happens often.` },
    sender: { reason: 'Teams did not accept the message', remedy: THERE },
  },
  'webhook-gone': {
    me: { reason: 'The webhook was no longer there.' },
    sender: {
      reason: 'The webhook is no longer there',
      remedy: 'A coordinator can give its new address on the page of the community.',
    },
  },
  [IN_DOUBT]: {
    me: {
      reason: 'It has probably arrived: the connection broke while it was sent.',
      remedy: 'If it is not in your chat, you have it here.',
    },
    sender: { reason: 'It has probably arrived: the connection broke while it was sent' },
  },
  unreachable: {
    me: { reason: 'Teams could not be reached in time.', remedy: HERE },
    sender: { reason: 'Teams could not be reached in time', remedy: THERE },
  },
  late: {
    me: {
      reason: 'It could not be sent in time.',
      remedy: `${HERE} Your working hours and pauses decide when it may come.`,
    },
    sender: {
      reason: 'It could not be sent in time',
      remedy: 'They were away, or at work too seldom. They find it in Copse.',
    },
  },
  gone: {
    me: { reason: 'What it is about was no longer open to you.' },
    sender: { reason: 'What it is about is no longer open to them' },
  },
  done: { me: { reason: 'It was settled by then.' }, sender: { reason: 'It was settled by then' } },
  'not-there': {
    me: { reason: 'You were not in the organisation then.' },
    sender: { reason: 'They are no longer in the organisation' },
  },
  blocked: {
    me: {
      reason: 'You have blocked or removed Copse in Teams, so nothing is sent.',
      remedy: 'Unblock it in the chat with Copse, or add it again under “Apps”.',
    },
    sender: { reason: 'They have blocked or removed Copse' },
  },
};

/** The causes as they are kept; what is not among them is an answer of Teams, which is not for people's eyes. */
const causeOf = (failure: string | null): Cause =>
  failure !== null && Object.hasOwn(troubles, failure) ? (failure as Cause) : 'unreachable';

/** What the recipient of a message is told about its not having come. */
export function troubleOfMine(state: DeliveryState, failure: string | null): Trouble | undefined {
  if (state === 'blocked') return troubles.blocked.me;
  return state === 'failed' || state === 'expired' ? troubles[causeOf(failure)].me : undefined;
}

/** What whoever caused a message is told about those whom it did not reach. */
export const troubleOfOthers = (failure: string | null): Trouble => troubles[causeOf(failure)].sender;

const FOUND = 'It is found in Copse meanwhile.';
/** Where a place is meant, who can help is somebody else. What is not here is told as of people. */
const ofPlaces: Readonly<Partial<Record<Cause, Trouble>>> = {
  'not-installed': {
    reason: 'Copse is not in this channel any more',
    remedy: `An owner of the team can add it there again. ${FOUND}`,
  },
  'no-bot': {
    reason: 'Copse has no bot in this organisation',
    remedy: 'A coordinator can post by a webhook instead, on the page of the community.',
  },
  'conversation-gone': {
    reason: 'The channel is no longer there',
    remedy: 'A coordinator can connect another one on the page of the community.',
  },
  'not-taken': {
    reason: 'Teams did not accept the post',
    remedy: `${FOUND} Tell your administrator if it happens often.`,
  },
  unreachable: {
    reason: 'Teams could not be reached in time',
    remedy: `${FOUND} Tell your administrator if it happens often.`,
  },
  blocked: {
    reason: 'Copse was removed from this channel',
    remedy: `An owner of the team can add it there again. ${FOUND}`,
  },
  late: { reason: 'It could not be posted in time', remedy: FOUND },
  gone: { reason: 'It was hidden, moved or removed by then' },
};

/** What whoever caused a post is told about a place that it did not reach. */
export function troubleOfPlace(state: DeliveryState, failure: string | null): Trouble | undefined {
  if (state !== 'failed' && state !== 'expired' && state !== 'blocked') return undefined;
  const cause = state === 'blocked' ? 'blocked' : causeOf(failure);
  return ofPlaces[cause] ?? troubles[cause].sender;
}
