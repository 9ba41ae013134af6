import type { Core } from '@copse/core';
import { LRUCache } from 'lru-cache';
import { actOnCard } from './actions/dispatch.ts';
import { type Activity, markdownOf, placeOf, type Sender, senderOf, tellsOfInstallation, wordsOf } from './activity.ts';
import type { Teams } from './adapter.ts';
import { audiences } from './audience.ts';
import type { BotConfig } from './bot-config.ts';
import { inGroup } from './cards/viewer.ts';
import { answerWords } from './commands/dispatch.ts';
import { openDialog, submitDialog } from './dialogs/dispatch.ts';
import { replyToDone } from './done-before.ts';
import { extensionInvokes } from './extension/dispatch.ts';
import { guestBook } from './guest-book.ts';
import { hearing } from './hearing.ts';
import { introduce } from './introduce.ts';
import { refusalTo } from './invoke-body.ts';
import { linksFor } from './links.ts';
import { meetings, tellsOfRemoval } from './proactive/remember.ts';
import { sayWhyNot } from './say.ts';
import { betweenUs } from './show-community.ts';
import { signedWith } from './signed.ts';
import { words } from './strings.ts';
import type { ThreadReader } from './threads.ts';
import type { Reply, Turn } from './turn.ts';

/** What a client asks for without writing a message: pressed buttons, dialogs, the message extension. */
type Invoke = (core: Core, turn: Turn, value: unknown) => Promise<Reply>;

const INVOKES: Readonly<Record<string, Invoke>> = {
  'adaptiveCard/action': (core, turn, value) => actOnCard(core, turn, (value as { action?: unknown } | null)?.action),
  'task/fetch': openDialog,
  'task/submit': submitDialog,
  ...extensionInvokes,
};

/** Whether somebody here answers an invoke of this name. */
export const isKnownInvoke = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(INVOKES, name);

type Means = { readonly now: () => Date; readonly threads: ThreadReader | undefined };

/** A redrawn card is not drawn the same way again within this time: many clients notice one change at once. */
const REDRAWN_MS = 10_000;
const MOST_REDRAWN = 5000;

/** Answers activities whose delivery has been verified: finds out who acts, and has the right one answer. */
export function responder(core: Core, config: BotConfig, { now, threads }: Means) {
  const links = linksFor(config);
  const signed = signedWith(config.appPassword, now);
  const isGuest = guestBook();
  const viewersOf = audiences();
  const remember = meetings(core);
  const redrawn = new LRUCache<string, string>({ max: MOST_REDRAWN, ttl: REDRAWN_MS });

  const isNews = (change: string): boolean => {
    const [card = '', look = ''] = change.split(' ');
    if (redrawn.get(card) === look) return false;
    redrawn.set(card, look);
    return true;
  };

  const turnOf = (activity: Activity, sender: Sender, teams: Teams): Omit<Turn, 'actor' | 'name'> => {
    const place = placeOf(activity);
    const conversationId = activity.conversation.id;
    return {
      place,
      teamsId: sender.teamsId,
      links,
      sender: { tenantId: sender.tenantId, objectId: sender.objectId },
      conversationId,
      cardId: activity.replyToId,
      written: () => markdownOf(activity),
      signed,
      now,
      viewersOf: async (subject, quietly) =>
        inGroup({ place })
          ? viewersOf({ conversationId, subject }, quietly ? undefined : sender.teamsId, teams.countMembers)
          : undefined,
      isNews,
      tell: teams.tell,
      hear: hearing({ activity, tenantId: sender.tenantId }, teams.groupOf, threads),
    };
  };

  return async (activity: Activity, teams: Teams): Promise<Reply | undefined> => {
    const sender = senderOf(activity);
    if (!sender) {
      if (activity.type === 'invoke') return refusalTo(activity, words.onlySignedIn);
      return activity.type === 'message' ? { text: words.onlySignedIn } : undefined;
    }

    const guest = await isGuest(`${sender.tenantId} ${sender.objectId}`, teams.senderIsGuest);
    const signedIn = await core.identity.signIn({
      kind: 'bot',
      tenantId: sender.tenantId,
      objectId: sender.objectId,
      ...(sender.name ? { name: sender.name } : {}),
      ...(guest === undefined ? {} : { guest }),
    });
    if (!signedIn.ok) return refusalTo(activity, sayWhyNot[signedIn.reason]);

    const { name, ...actor } = signedIn.value;
    const turn: Turn = { ...turnOf(activity, sender, teams), actor, name };
    // Where people talk among themselves an extension is called without the bot being there.
    if (!activity.name?.startsWith('composeExtension/')) await remember(turn.actor, activity);
    if (tellsOfRemoval(activity)) return undefined;
    if (tellsOfInstallation(activity)) return introduce(core, turn);
    try {
      return await answerTo(core, turn, activity);
    } catch (error) {
      const done = await core.intents.whatWasDone(error);
      if (!done) throw error;
      return replyToDone(core, turn, activity, done);
    }
  };
}

async function answerTo(core: Core, turn: Turn, activity: Activity): Promise<Reply | undefined> {
  if (activity.type === 'invoke') return INVOKES[activity.name ?? '']?.(core, turn, activity.value);
  // Clients that cannot run Action.Execute send its fallback as a message without words.
  if (!activity.text && activity.value) {
    // Such an answer is a message that everybody in the conversation reads.
    return turn.place.kind === 'personal'
      ? actOnCard(core, turn, { data: activity.value })
      : betweenUs(turn, words.oldClient);
  }
  return answerWords(core, turn, wordsOf(activity));
}
