import type { Core } from '@copse/core';
import type { SearchKind } from '@copse/core/contracts';
import { askWhatCard, type FoundKind, foundCard } from '../cards/found-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { hitsForAll } from '../for-all.ts';
import { words as say } from '../strings.ts';
import type { Command, Turn } from '../turn.ts';

const MOST_OF_A_KIND = 6;
/** The order of the groups, as on the search page. */
const KINDS: readonly SearchKind[] = ['question', 'practice', 'community', 'person'];

export const findCommand: Command = {
  name: 'find',
  usage: 'find <topic or name>',
  does: 'Find questions, practices, communities and people',

  async run(core, turn, words, kind) {
    if (words === '') return { card: askWhatCard(), summary: say.find.what };

    const asked = clip(words, 100);
    const ofKind = kind ? await look(core, turn, asked, [kind]) : NOTHING;
    const isThere = ofKind.found.length > 0 && !ofKind.corrected;
    const { found, corrected } = isThere ? ofKind : await look(core, turn, asked, KINDS);
    const missing = kind && !found.some((group) => group.kind === kind) ? kind : undefined;
    const card = foundCard({ asked, found: inOrder(found, asked, kind), corrected, missing, viewer: turn });
    return { card, summary: say.find.title(plain(asked)) };
  },
};

type Looked = { readonly found: readonly FoundKind[]; readonly corrected: boolean };
const NOTHING: Looked = { found: [], corrected: false };

/** The best of each kind, so that many of one hide none of another. Words spelt alike only where none is spelt so. */
async function look(core: Core, turn: Turn, q: string, kinds: readonly SearchKind[]): Promise<Looked> {
  const pages = await Promise.all(
    kinds.map(async (kind) => {
      const page = certain(await core.search.searchAll(turn.actor, { q, kind, limit: MOST_OF_A_KIND }));
      const hits = inGroup(turn) ? await hitsForAll(core, turn, page.items) : page.items;
      // In a group nobody is told that there is more which they may not see.
      return { kind, hits, more: page.nextCursor !== undefined && !inGroup(turn), corrected: page.corrected };
    }),
  );
  const there = pages.filter(({ hits }) => hits.length > 0);
  const asTyped = there.filter(({ corrected }) => !corrected);
  return asTyped.length > 0 ? { found: asTyped, corrected: false } : { found: there, corrected: there.length > 0 };
}

/** First what was asked for, then what is called so (a colleague, a community), then the rest in its usual order. */
function inOrder(found: readonly FoundKind[], asked: string, kind: SearchKind | undefined): readonly FoundKind[] {
  const typed = folded(asked);
  const place = (group: FoundKind) =>
    group.kind === kind ? 0 : group.hits.some(({ title }) => folded(title).includes(typed)) ? 1 : 2;
  return found.toSorted((a, b) => place(a) - place(b));
}

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
