import type { Actor, Core } from '@copse/core';
import { LRUCache } from 'lru-cache';
import { type Activity, placeOf } from '../activity.ts';

const REMEMBER_MS = 60 * 60 * 1000;
const MOST = 50_000;

/**
 * Keeps where the bot can write to people and channels, from every activity that comes in: Teams changes the addresses
 * now and then, and whoever removes the bot is not written to until they come back.
 */
export function meetings(core: Core) {
  const noted = new LRUCache<string, string>({ max: MOST, ttl: REMEMBER_MS });

  return async (actor: Actor, activity: Activity): Promise<void> => {
    const place = placeOf(activity);
    const conversationId = activity.conversation.id.split(';')[0] ?? activity.conversation.id;
    const left = tellsOfRemoval(activity);
    const said = `${actor.personId} ${activity.serviceUrl} ${left}`;
    if (noted.get(conversationId) === said) return;
    await core.notifications.recordConversation(actor, {
      conversationId: place.kind === 'teams-channel' ? channelOf(place.externalId) : conversationId,
      serviceUrl: activity.serviceUrl,
      place: place.kind === 'personal' ? undefined : place.externalId,
      left,
    });
    noted.set(conversationId, said);
  };
}

/** `team|channel` is how a channel is known; the channel is what one writes to. */
const channelOf = (externalId: string): string => externalId.split('|')[1] ?? externalId;

/** Whether it tells that the bot has just been removed. An upgrade removes and adds it in two other words. */
export const tellsOfRemoval = ({ type, action }: Pick<Activity, 'type' | 'action'>): boolean =>
  type === 'installationUpdate' && action === 'remove';
