import type { Core } from '@copse/core';
import type { CommunityCard } from '@copse/core/contracts';
import { discreetCard, shareCard, type Shareable } from '../cards/share-card.ts';
import { readersOf } from '../for-all.ts';
import type { Result } from '../invoke-body.ts';
import type { Turn } from '../turn.ts';

type Content = Parameters<ReturnType<typeof readersOf>>[0];

/** Who may see it besides the person who shares it: content by its visibility, a community by its door, people always. */
export type ToShare = Shareable & { readonly content?: Content; readonly community?: CommunityCard };

/**
 * Things as results: in the list, which only the person sees, by name; in the message, which others read, only what all
 * of them may see.
 */
export async function resultsOf(core: Core, turn: Turn, all: readonly ToShare[]): Promise<readonly Result[]> {
  const isForAll = readersOf(core, turn);
  return Promise.all(
    all.map(async ({ content, community, ...shared }) => {
      const open = content ? await isForAll(content) : community?.visibility !== 'by-invitation';
      const card =
        open || shared.kind === 'person'
          ? shareCard(shared, turn.links)
          : discreetCard(shared.kind, shared.route, turn.links);
      return { card, title: shared.title, text: shared.meta };
    }),
  );
}
