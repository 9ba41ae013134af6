import type { Core } from '@copse/core';
import { communityCard } from '../cards/community-card.ts';
import type { Notice } from '../cards/note-card.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { LONGEST_BACK, note, oldButton } from './answer.ts';
import { idIn, textIn } from './data.ts';

/** Opens a community in place, and fetches a person's own view of one. */
export const showCommunityAction: CardAction = {
  verb: 'show-community',
  run: async (core, turn, data) => {
    const community = idIn(data, 'community');
    return community ? ownViewOf(core, turn, community, { back: textIn(data, 'back', LONGEST_BACK) }) : oldButton();
  },
};

type Around = { readonly back?: string | undefined; readonly notice?: Notice; readonly confirmLeaving?: boolean };

/** The community as this person sees it now; only they see the answer, even in a channel. */
export async function ownViewOf(core: Core, turn: Turn, communityId: string, around: Around): Promise<Reply> {
  const seen = await core.communities.seeCommunity(turn.actor, { communityId });
  if (!seen.ok) return note(sayWhyNot[seen.reason]);
  return { update: communityCard(seen.value, { viewer: turn, personal: true, ...around }) };
}
