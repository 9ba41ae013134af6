import { pressOnly } from '../cards/card.ts';
import { whichCommunityCard } from '../cards/communities-card.ts';
import { notConnectedCard } from '../cards/connect-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { presentCommunity, showCommunity } from '../show-community.ts';
import { words as say } from '../strings.ts';
import type { Command, Reply } from '../turn.ts';
import { communitiesCalled, communityHere } from '../which-community.ts';
import { communitiesCommand } from './communities.ts';

export const communityCommand: Command = {
  name: 'community',
  usage: 'community <name>',
  does: 'Open one community, or the one that meets here',

  async run(core, turn, words) {
    if (words === '') {
      const here = await communityHere(core, turn);
      if (here) return presentCommunity(turn, here);
      return inGroup(turn)
        ? { card: notConnectedCard(turn), summary: say.connect.here }
        : communitiesCommand.run(core, turn, '');
    }
    const found = await communitiesCalled(core, turn, words);
    const [only] = found;
    if (!only) return noSuchCommunity(words);
    if (found.length === 1) return showCommunity(core, turn, only.id);
    return { card: whichCommunityCard(words, found, 'show-community'), summary: say.community.which(plain(words)) };
  },
};

/** Nothing is called that: offers the search, which looks into more than names. */
export function noSuchCommunity(asked: string): Reply {
  const title = say.community.unknown(plain(asked));
  return {
    card: noteCard({
      title,
      text: say.community.unknownHelp,
      actions: [pressOnly(say.community.searchFor(asked), 'say', { words: `find ${asked}` })],
    }),
    summary: title,
  };
}
