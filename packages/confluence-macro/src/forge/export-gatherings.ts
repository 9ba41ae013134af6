import type { OccurrenceCard, OccurrencePage } from '@copse/core/contracts';
import type { AdfNode } from '../export/adf.ts';
import { gatheringsDocument } from '../export/gatherings-document.ts';
import { noticeDocument } from '../export/notice-document.ts';
import { communityOfSpace, type Deps, PAGE } from './loading.ts';

/** The next fifty dates: more than anybody plans by on paper. */
export async function exportGatheringsOf(
  { get, edition, spaceId }: Deps,
  communityId: string | undefined,
): Promise<AdfNode> {
  const here = communityId === undefined ? await communityOfSpace(get, spaceId) : undefined;
  const id = communityId ?? (here?.ok ? here.value.id : undefined);
  const page = await get<OccurrencePage>('/occurrences', { communityId: id, limit: PAGE });
  if (!page.ok) return noticeDocument(page.reason, undefined);
  const { items, nextCursor } = page.value;
  return gatheringsDocument({ dates: items, more: nextCursor !== undefined, title: titleOf(items, id) }, edition);
}

const titleOf = ([first]: readonly OccurrenceCard[], communityId: string | undefined) =>
  first && first.community.id === communityId ? `Gatherings of ${first.community.name}` : 'Gatherings';
