import type { Core } from '@copse/core';
import type { Card } from '../src/bot/cards/card.ts';
import { createBot, type Sharing, type ThreadReader } from '../src/bot/index.ts';
import type { Channel } from './channel.ts';

export const TENANT = '7d0c9f3a-51a4-4f4a-9d63-0b8f7a1c2e10';
const MARA = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be001';

export type Logged = {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/** What Teams gets for a dialog or from the message extension. */
export type InvokeAnswer = {
  readonly task?: {
    readonly type: string;
    readonly value: string | { readonly title: string; readonly card: { readonly content: Card } };
  };
  readonly composeExtension?: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: Card;
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
    readonly suggestedActions?: unknown;
  };
};

/** What else the bot has: `sharing` where several processes are the bot, `threads` where it may read them. */
type Means = { readonly sharing?: Sharing; readonly threads?: ThreadReader };

/** Somebody in Teams who writes to the bot and reads what comes back. */
export function talkTo(core: Core, channel: Channel, means: Means = {}) {
  const logged: Logged[] = [];
  const bot = createBot({
    core,
    config: channel.config,
    log: (level, fields, message) => logged.push({ level, fields, message }),
    ...means,
  });
  let count = 0;

  /** Among several a message mentions the bot, unless its entities say otherwise. */
  const mention = { type: 'mention', text: '<at>Copse</at>', mentioned: { id: `28:${channel.config.appId}` } };
  const isAmongSeveral = (over: Readonly<Record<string, unknown>>) =>
    (over['conversation'] as { isGroup?: boolean } | undefined)?.isGroup === true;

  const activity = (over: Readonly<Record<string, unknown>> = {}) => ({
    type: 'message',
    id: `activity-${(count += 1)}`,
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl,
    timestamp: '2026-03-02T09:00:00.000Z',
    from: { id: '29:mara', name: 'Mara Lindqvist', aadObjectId: MARA },
    recipient: { id: `28:${channel.config.appId}`, name: 'Copse' },
    conversation: { id: 'a:mara', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...(isAmongSeveral(over) ? { entities: [mention] } : {}),
    ...over,
  });

  async function deliver(body: unknown, authorization?: string | null) {
    const header = authorization === undefined ? await channel.authorization() : authorization;
    let answered: { status: number; body: unknown } | undefined;
    await bot.handle({ headers: header === null ? {} : { authorization: header }, body }, (status, answer) => {
      answered = { status, body: answer };
    });
    return answered ?? { status: 0, body: undefined };
  }

  return {
    logged,
    activity,
    deliver,

    /** Writes a message; gives the card or text that the bot sent back. */
    async write(text: string, over: Readonly<Record<string, unknown>> = {}) {
      const before = channel.sent.length;
      const { status } = await deliver(activity({ text, ...over }));
      const [reply] = channel.sent.slice(before);
      return { status, text: reply?.body.text, card: reply?.body.attachments?.[0]?.content as Card | undefined };
    },

    /** Presses a button; gives the card that takes the place of the pressed one. */
    async press(
      verb: string,
      data: Readonly<Record<string, unknown>> = {},
      over: Readonly<Record<string, unknown>> = {},
    ) {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const { status, body } = await deliver(
        activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'card-1', ...over }),
      );
      const answer = body as { statusCode: number; type: string; value: Card } | undefined;
      return { status, answer, card: answer?.value };
    },

    /** Asks for what is neither a message nor a press: a dialog, results of a search. */
    async invoke(name: string, value: unknown, over: Readonly<Record<string, unknown>> = {}) {
      const { status, body } = await deliver(activity({ type: 'invoke', name, value, ...over }));
      return { status, body: body as InvokeAnswer | undefined };
    },

    /** Opens the dialog of a button, or sends what was typed in it. */
    async dialog(
      step: 'fetch' | 'submit',
      data: Readonly<Record<string, unknown>>,
      over: Readonly<Record<string, unknown>> = {},
    ) {
      const { status, body } = await deliver(
        activity({ type: 'invoke', name: `task/${step}`, value: { data }, replyToId: 'card-1', ...over }),
      );
      const task = (body as InvokeAnswer | undefined)?.task;
      const value = task?.value;
      return {
        status,
        body,
        says: typeof value === 'string' ? value : undefined,
        card: typeof value === 'object' ? value.card.content : undefined,
      };
    },
  };
}

export type Talk = ReturnType<typeof talkTo>;

export const AS_JONAS = {
  from: { id: '29:jonas', name: 'Jonas Weber', aadObjectId: '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be009' },
} as const;

export const IN_CHANNEL = {
  conversation: {
    id: '19:accessibility@thread.tacv2;messageid=17',
    conversationType: 'channel',
    isGroup: true,
    tenantId: TENANT,
  },
  channelData: {
    tenant: { id: TENANT },
    team: { id: '19:team@thread.tacv2', name: 'Engineering commons' },
    channel: { id: '19:accessibility@thread.tacv2', name: 'Accessibility' },
  },
} as const;

export const IN_GROUP_CHAT = {
  conversation: { id: '19:sprint@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
} as const;

/** All that a card says, as one text. */
export const wordsOf = (card: object | undefined): string => JSON.stringify(card ?? {});
