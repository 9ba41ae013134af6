import type { Card } from '../src/bot/cards/card.ts';
import type { botScene } from './bot-scene.ts';
import { IN_CHANNEL } from './conversation.ts';

export const TITLE = 'How do we caption a live talk in two languages?';

/** What a shared question card hands back with every press. */
export const drawnOf = (card: unknown) =>
  (card as Card).refresh?.action['data'] as { readonly question: string; readonly drawn: string };

/** What people do in the channel of the community: mention the bot, and ask. */
export function channelTalk({ mara, aCommunityInChannel }: ReturnType<typeof botScene>) {
  const say = (text: string, over: Readonly<Record<string, unknown>> = {}) =>
    mara().write(`<at>Copse</at> ${text}`, { ...IN_CHANNEL, ...over });

  return {
    say,
    /** Mara asks in the channel; gives the card that everybody sees. */
    async askedInChannel() {
      const community = await aCommunityInChannel();
      const { card } = await say(`ask ${TITLE}`);
      return { community, card: card as Card, data: drawnOf(card) };
    },
  };
}
