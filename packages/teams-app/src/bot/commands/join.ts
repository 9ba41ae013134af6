import { joinCommunity } from '../actions/join.ts';
import { whichCommunityCard } from '../cards/communities-card.ts';
import { plain } from '../cards/plain.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';
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
      return here ? joinCommunity(core, turn, here.id) : communitiesCommand.run(core, turn, '');
    }
    const found = await communitiesCalled(
      core,
      turn,
      words.replace(/^the /i, '').replace(/ (?:community|guild|group)$/i, ''),
    );
    const [only] = found;
    if (!only) return noSuchCommunity(words);
    // A name that is not written out is asked back: nobody should join by a misunderstanding.
    if (found.length === 1) return joinCommunity(core, turn, only.id);
    return { card: whichCommunityCard(words, found, 'join'), summary: say.community.which(plain(words)) };
  },
};
