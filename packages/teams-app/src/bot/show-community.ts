import type { Core } from '@copse/core';
import type { CommunityView } from '@copse/core/contracts';
import { openPage } from './cards/card.ts';
import { communityCard } from './cards/community-card.ts';
import { noteCard } from './cards/note-card.ts';
import { inGroup } from './cards/viewer.ts';
import { communityForAll } from './for-all.ts';
import { sayWhyNot } from './say.ts';
import { words } from './strings.ts';
import type { Reply, Turn } from './turn.ts';

/**
 * Answers with a community as a new message. In a group it is drawn for everybody, and the asker's own view follows by
 * the card's refresh.
 */
export async function showCommunity(core: Core, turn: Turn, communityId: string): Promise<Reply> {
  const seen = await core.communities.seeCommunity(turn.actor, { communityId });
  if (!seen.ok)
    return { card: noteCard({ text: sayWhyNot[seen.reason], kind: 'problem' }), summary: sayWhyNot[seen.reason] };
  return presentCommunity(turn, seen.value);
}

export function presentCommunity(turn: Turn, community: CommunityView): Reply {
  if (!communityForAll(community, turn)) return betweenUs(turn, words.community.notHere);
  return { card: communityCard(community, { viewer: turn, personal: !inGroup(turn) }), summary: community.name };
}

/** Something that is nobody else's business was asked for where others read along. */
export function betweenUs({ links }: Turn, why: string): Reply {
  return { card: noteCard({ text: why, actions: [openPage(words.help.chat, links.chat)] }), summary: why };
}
