import type { Actor, Core } from '@copse/core';
import type { SearchKind, SearchPage } from '@copse/core/contracts';
import { askWhatCard, foundCard } from '../cards/found-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { hitsForAll } from '../for-all.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';

const MOST_HITS = 12;

export const findCommand: Command = {
  name: 'find',
  usage: 'find <topic or name>',
  does: 'Find questions, practices, communities and people',

  async run(core, turn, words, kind) {
    if (words === '') return { card: askWhatCard(), summary: say.find.what };

    const asked = clip(words, 100);
    const { items, corrected } = await look(core, turn.actor, asked, kind);
    const hits = inGroup(turn) ? await hitsForAll(core, turn, items) : items;
    return { card: foundCard({ asked, hits, corrected, viewer: turn }), summary: say.find.title(plain(asked)) };
  },
};

/** Looks for one kind where the question named it, and for everything when nothing of that kind is there. */
async function look(core: Core, actor: Actor, q: string, kind: SearchKind | undefined): Promise<SearchPage> {
  if (kind) {
    const page = certain(await core.search.searchAll(actor, { q, kind, limit: MOST_HITS }));
    if (page.items.length > 0 && !page.corrected) return page;
  }
  return certain(await core.search.searchAll(actor, { q, limit: MOST_HITS }));
}
