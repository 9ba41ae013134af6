import type { CommunityView } from '@copse/core/contracts';
import type { Edition } from '../export/document.ts';
import type { Answer, Get } from './service.ts';

/** An export has 25 seconds, and nobody reads more on paper. */
const PAGES = 4;
export const PAGE = '50';

export type Deps = { readonly get: Get; readonly edition: Edition; readonly spaceId: string | undefined };

export type Of = { readonly communityId: string | undefined; readonly topic: string | undefined };

/** The community that the space of the page is connected to. */
export async function communityOfSpace(get: Get, spaceId: string | undefined): Promise<Answer<CommunityView>> {
  if (spaceId === undefined) return { ok: false, reason: 'no-such-community' };
  return get<CommunityView>('/communities/at', { kind: 'confluence-space', externalId: spaceId });
}

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

/** The first pages of a list. A page that fails later on leaves a shorter list instead of none. */
export async function readAll<Item>(
  read: (cursor: string | undefined) => Promise<Answer<Page<Item>>>,
): Promise<Answer<{ items: readonly Item[]; more: boolean }>> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await read(cursor);
    if (!answer.ok) return page === 0 ? answer : { ok: true, value: { items, more: true } };
    items.push(...answer.value.items);
    cursor = answer.value.nextCursor;
    if (cursor === undefined) return { ok: true, value: { items, more: false } };
  }
  return { ok: true, value: { items, more: true } };
}
