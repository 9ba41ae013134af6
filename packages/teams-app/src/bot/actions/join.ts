import type { Core } from '@copse/core';
import type { CommunityView } from '@copse/core/contracts';
import { communityCard } from '../cards/community-card.ts';
import type { Notice } from '../cards/note-card.ts';
import { plain } from '../cards/plain.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { CardAction, Turn } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';

/** Joins, asks to be admitted, or accepts an invitation: whichever the community's door is. */
export const joinAction: CardAction = {
  verb: 'join',
  run: async (core, turn, data) => {
    const communityId = idIn(data, 'community');
    if (!communityId) return oldButton();
    const back = textIn(data, 'back', LONGEST_BACK);
    const { community, notice } = await joinCommunity(core, turn, communityId);
    if (!community) return note(notice.text);
    return { update: communityCard(community, { viewer: turn, personal: true, back, notice }) };
  },
};

type Joined = { readonly community: CommunityView | undefined; readonly notice: Notice };

/** Whoever is a member already gets their community and a word about it: asking twice is no mistake. */
export async function joinCommunity(core: Core, { actor }: Turn, communityId: string): Promise<Joined> {
  const joined = await core.communities.joinCommunity(actor, { communityId });
  if (!joined.ok) {
    const seen = await core.communities.seeCommunity(actor, { communityId });
    return { community: seen.ok ? seen.value : undefined, notice: { text: sayWhyNot[joined.reason] } };
  }
  const community = joined.value;
  const { joined: welcome, asked } = words.community;
  const text = community.standing === 'member' ? welcome(`**${plain(community.name)}**`) : asked;
  return { community, notice: { text, kind: 'done' } };
}
