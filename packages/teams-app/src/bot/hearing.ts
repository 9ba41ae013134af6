import { refuse } from '@copse/core';
import { GUID } from './actions/data.ts';
import { type Activity, placeOf } from './activity.ts';
import type { TalkPlace, ThreadReader } from './threads.ts';
import type { Turn } from './turn.ts';

const THREAD = /;messageid=(\d{1,20})/;
/** A chat of people; the one with the bot alone is named otherwise. */
const CHAT = /^19:[\w-]+@(?:thread\.[\w.]+|unq\.gbl\.spaces)$/;
const MOST = 50;

/** Lets a turn hear the conversation that Teams says it takes place in. Without `threads` nothing can be heard. */
export function hearing(
  { activity, tenantId }: { readonly activity: Activity; readonly tenantId: string },
  groupOf: (teamId: string) => Promise<string | undefined>,
  threads: ThreadReader | undefined,
): Turn['hear'] {
  const here = placeOf(activity);
  const { id } = activity.conversation;

  async function talkPlace(rootId: string): Promise<TalkPlace | undefined> {
    if (here.kind !== 'teams-channel') return { kind: 'chat', tenantId, chatId: id };
    const [teamId = '', channelId = ''] = here.externalId.split('|');
    // Teams names the group beside the team, but not every time.
    const groupId = activity.channelData?.team?.['aadGroupId'] ?? (await groupOf(teamId));
    if (typeof groupId !== 'string' || !GUID.test(groupId)) return undefined;
    return { kind: 'thread', tenantId, groupId, channelId, rootId: THREAD.exec(id)?.[1] ?? rootId };
  }

  return async ({ rootId, messageId, within }) => {
    if (here.kind !== 'teams-channel' && !CHAT.test(id)) return undefined;
    if (!threads) return refuse('threads-not-set-up');
    const signal = AbortSignal.timeout(within);
    const place = await talkPlace(rootId);
    if (!place) return refuse('thread-not-allowed');
    return threads(place, { around: messageId, most: MOST, signal });
  };
}
