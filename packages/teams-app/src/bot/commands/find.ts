import type { Core } from '@copse/core';
import type { SearchKind } from '@copse/core/contracts';
import { askWhatCard, type FoundKind, foundCard, MOST_OF_EACH } from '../cards/found-card.ts';
import { clip, plain } from '../cards/plain.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { clockOf } from '../clock-of.ts';
import { hitsForAll } from '../for-all.ts';
import { words as say } from '../strings.ts';
import type { Command, Turn } from '../turn.ts';

/** The order of the groups, as on the search page. */
const KINDS: readonly SearchKind[] = ['question', 'practice', 'community', 'person', 'gathering'];

export const findCommand: Command = {
  name: 'find',
  usage: 'find <topic or name>',
  does: 'Find questions, practices, communities, people and gatherings',

  async run(core, turn, words, kind) {
    if (words === '') return { card: askWhatCard(), summary: say.find.what };

    const asked = clip(words, 100);
    const { found, corrected } = await look(core, turn, asked, kind);
    const ofKind = corrected ? undefined : found.find((group) => group.kind === kind);
    const missing = kind && !found.some((group) => group.kind === kind) ? kind : undefined;
    const shown = ofKind ? [ofKind] : inOrder(found, asked, kind);
    const timeZone = shown.some((group) => group.kind === 'gathering') ? await clockOf(core, turn) : undefined;
    return {
      card: foundCard({ asked, found: shown, corrected, missing, viewer: turn, timeZone }),
      summary: say.find.title(plain(asked)),
    };
  },
};

type Looked = { readonly found: readonly FoundKind[]; readonly corrected: boolean };

/** The best of each kind, so that many of one hide none of another. Words spelt alike only where none is spelt so. */
async function look(core: Core, turn: Turn, q: string, kind: SearchKind | undefined): Promise<Looked> {
  // One kind may be all that is shown; and where others read along, some of what was found may not be.
  const most = kind || inGroup(turn) ? ([MOST_OF_EACH[0]] as const) : MOST_OF_EACH;
  const { kinds, corrected } = certain(await core.search.searchEach(turn.actor, { q, most }));
  const groups = await Promise.all(
    kinds.map(async ({ hits, ...group }) =>
      // In a group nobody is told that there is more which they may not see.
      inGroup(turn) ? { ...group, hits: await hitsForAll(core, turn, hits), more: false } : { ...group, hits },
    ),
  );
  const there = groups.filter(({ hits }) => hits.length > 0);
  return { found: KINDS.flatMap((kind) => there.filter((group) => group.kind === kind)), corrected };
}

/** First what was asked for, then what is called so (a colleague, a community), then the rest in its usual order. */
function inOrder(found: readonly FoundKind[], asked: string, kind: SearchKind | undefined): readonly FoundKind[] {
  const typed = folded(asked);
  const place = (group: FoundKind) =>
    group.kind === kind ? 0 : group.hits.some(({ title }) => folded(title).includes(typed)) ? 1 : 2;
  return found.toSorted((a, b) => place(a) - place(b));
}

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
