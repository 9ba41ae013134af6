import { askWhatCard, foundCard } from '../cards/found-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { hitsForAll } from '../for-all.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const MOST_HITS = 12;

export const findCommand: Command = {
  name: 'find',
  usage: 'find <topic or name>',
  does: 'Find communities, practices and people',

  async run(core, turn, words) {
    if (words === '') return { card: askWhatCard(), summary: say.find.what };

    const asked = clip(words, 100);
    const found = await core.search.searchAll(turn.actor, { q: asked, limit: MOST_HITS });
    if (!found.ok) return { card: askWhatCard(), summary: say.find.what };

    const { items, corrected } = found.value;
    const hits = inGroup(turn) ? await hitsForAll(core, turn, items, await communityHere(core, turn)) : items;
    return { card: foundCard({ asked, hits, corrected, viewer: turn }), summary: say.find.title(plain(asked)) };
  },
};
