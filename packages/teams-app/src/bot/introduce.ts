import type { Core } from '@copse/core';
import { communityCard } from './cards/community-card.ts';
import { introductionCard } from './cards/connect-card.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { certain } from './certain.ts';
import { words } from './strings.ts';
import type { Reply, Turn } from './turn.ts';
import { communityHere } from './which-community.ts';

/**
 * What the bot says when it has just been added. A person is welcomed and asked for their interests; a team or chat gets
 * an introduction, or, where a community meets already, that community.
 */
export async function introduce(core: Core, turn: Turn): Promise<Reply> {
  if (turn.place.kind !== 'personal') {
    const here = await communityHere(core, turn);
    return here
      ? { card: communityCard(here, { viewer: turn, personal: false }), summary: here.name }
      : { card: introductionCard(), summary: words.introduction.title };
  }
  const { interests } = certain(await core.identity.seeMe(turn.actor));
  return { card: welcomeCard(interests), summary: words.welcome.title };
}
