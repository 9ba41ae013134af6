import type { Destination, Messenger, Outcome } from '@copse/core';
import type { ProactiveConnector } from '../adapter-proactive.ts';
import { type BotConfig, isAllowedServiceUrl } from '../bot-config.ts';
import { linksFor } from '../links.ts';
import { messageCard } from './message-card.ts';
import { type Limits, TEAMS_LIMITS } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { createPacer, type Pacer } from './pacer.ts';

export type BotMessengerOptions = {
  /** Milliseconds, of a clock that only goes forward. */
  readonly clock?: () => number;
  readonly limits?: Limits;
  /** How long an answer of Teams is waited for, in ms. */
  readonly patience?: number;
};

type ToBot = Extract<Destination, { by: 'bot' }>;

/**
 * Sends messages as the bot: to chats that it knows, or that it begins, at the pace that Teams allows. The SDK is loaded
 * with the first message, since it takes 80 MB.
 */
export function createBotMessenger(config: BotConfig, options: BotMessengerOptions = {}): Messenger {
  const clock = options.clock ?? (() => performance.now());
  const links = linksFor(config);
  const pacer = createPacer(clock, options.limits ?? TEAMS_LIMITS);
  let connector: Promise<ProactiveConnector> | undefined;
  const connect = () => {
    connector ??= import('../adapter-proactive.ts').then(({ proactiveConnector }) =>
      proactiveConnector(config, () => Date.now(), options.patience),
    );
    return connector;
  };

  return async (to, message, { signal, handOver }) => {
    if (to.by !== 'bot' || !isAllowedServiceUrl(to.serviceUrl, config.serviceUrls)) {
      return { outcome: 'refused', reason: 'conversation-gone' };
    }
    const speaking = { connector: await connect(), pacer, signal };
    const conversation = await conversationOf(speaking, to);
    if (typeof conversation !== 'string') return conversation;

    const wait = await pacer.turn(to.tenantId, conversation, signal);
    if (wait !== undefined) return { outcome: 'later', reason: 'no-turn', afterMs: wait };
    if (!(await handOver())) return { outcome: 'later', reason: 'not-ours' };
    await pacer.leave(to.tenantId);
    const answer = await speaking.connector.send(to.serviceUrl, conversation, messageCard(message, links));
    if ('failure' in answer) {
      if (answer.failure.status === 429) pacer.slowDown(to.tenantId, conversation, answer.failure.retryAfterMs);
      return outcomeOf(answer.failure, 'sending');
    }
    const begun = to.conversationId === undefined ? { conversationId: conversation } : {};
    return { outcome: 'sent', activityId: answer.value.activityId, ...begun };
  };
}

type Speaking = { readonly connector: ProactiveConnector; readonly pacer: Pacer; readonly signal: AbortSignal };

/** The chat with somebody. Beginning one twice gives the same, so that it does no harm to try again. */
async function conversationOf({ connector, pacer, signal }: Speaking, to: ToBot): Promise<string | Outcome> {
  const { conversationId, objectId, tenantId, serviceUrl } = to;
  if (conversationId !== undefined) return conversationId;
  if (objectId === undefined) return { outcome: 'refused', reason: 'no-account' };
  const wait = await pacer.turn(tenantId, `new ${objectId}`, signal);
  if (wait !== undefined) return { outcome: 'later', reason: 'no-turn', afterMs: wait };
  await pacer.leave(tenantId);
  const begun = await connector.begin(serviceUrl, { tenantId, objectId });
  if (!('failure' in begun)) return begun.value;
  if (begun.failure.status === 429) pacer.slowDown(tenantId, `new ${objectId}`, begun.failure.retryAfterMs);
  return outcomeOf(begun.failure, 'beginning');
}
