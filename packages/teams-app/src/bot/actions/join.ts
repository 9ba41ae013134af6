import type { Core } from '@copse/core';
import { communityCard } from '../cards/community-card.ts';
import { plain } from '../cards/plain.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { LONGEST_BACK, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';
import { ownViewOf } from './show-community.ts';

/** Joins, asks to be admitted, or accepts an invitation: whichever the community's door is. */
export const joinAction: CardAction = {
  verb: 'join',
  run: async (core, turn, data) => {
    const community = idIn(data, 'community');
    return community ? joinCommunity(core, turn, community, textIn(data, 'back', LONGEST_BACK)) : oldButton();
  },
};

/** Whoever is a member already sees their community, with a word about it: pressing twice is no mistake. */
export async function joinCommunity(core: Core, turn: Turn, communityId: string, back?: string): Promise<Reply> {
  const joined = await core.communities.joinCommunity(turn.actor, { communityId });
  if (!joined.ok) return ownViewOf(core, turn, communityId, { back, notice: { text: sayWhyNot[joined.reason] } });

  const community = joined.value;
  const { joined: welcome, asked } = words.community;
  const text = community.standing === 'member' ? welcome(`**${plain(community.name)}**`) : asked;
  return { update: communityCard(community, { viewer: turn, personal: true, back, notice: { text, kind: 'done' } }) };
}
