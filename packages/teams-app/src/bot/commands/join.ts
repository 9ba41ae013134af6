import type { Core } from '@copse/core';
import { joinCommunity } from '../actions/join.ts';
import { communityCard } from '../cards/community-card.ts';
import { whichCommunityCard } from '../cards/communities-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { communityForAll } from '../for-all.ts';
import { betweenUs } from '../show-community.ts';
import { words as say } from '../strings.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communitiesCalled, communityHere } from '../which-community.ts';
import { communitiesCommand } from './communities.ts';
import { noSuchCommunity } from './community.ts';

export const joinCommand: Command = {
  name: 'join',
  usage: 'join <community>',
  does: 'Join a community',

  async run(core, turn, words) {
    if (words === '') {
      const here = await communityHere(core, turn);
      return here ? join(core, turn, here.id) : communitiesCommand.run(core, turn, '');
    }
    const found = await communitiesCalled(
      core,
      turn,
      words.replace(/^the /i, '').replace(/ (?:community|guild|group)$/i, ''),
    );
    const [only] = found;
    if (!only) return noSuchCommunity(words);
    // A name that is not written out is asked back: nobody should join by a misunderstanding.
    if (found.length === 1) return join(core, turn, only.id);
    return { card: whichCommunityCard(words, found, 'join'), summary: say.community.which(plain(words)) };
  },
};

/** In a group the card is for everybody: only the line on top is about the person who asked. */
async function join(core: Core, turn: Turn, communityId: string): Promise<Reply> {
  const { community, notice } = await joinCommunity(core, turn, communityId);
  if (!community) return { card: noteCard({ text: notice.text, kind: 'problem' }), summary: notice.text };
  if (!communityForAll(community, turn)) return betweenUs(turn, notice.text);
  return {
    card: communityCard(community, { viewer: turn, personal: !inGroup(turn), notice }),
    summary: community.name,
  };
}
