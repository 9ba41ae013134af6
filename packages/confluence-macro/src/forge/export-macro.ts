import type {
  CommunityCard,
  CommunityPage,
  CommunityView,
  PracticeCard,
  PracticePage,
  PracticeView,
} from '@copse/core/contracts';
import type { AdfNode } from '../export/adf.ts';
import { communityDocument } from '../export/community-document.ts';
import { directoryDocument } from '../export/directory-document.ts';
import type { Edition } from '../export/document.ts';
import { noticeDocument } from '../export/notice-document.ts';
import { practiceDocument, practicesDocument } from '../export/practices-document.ts';
import type { Shown } from '../settings/macro-settings.ts';
import type { Answer, Get } from './service.ts';

/** An export has 25 seconds, and nobody reads more on paper. */
const PAGES = 4;
const PAGE = '50';

type Deps = { readonly get: Get; readonly edition: Edition; readonly spaceId: string | undefined };

/** Loads what a macro shows, as the person who exports, and makes a document of it. Always answers a valid document. */
export async function exportShown(deps: Deps, shown: Shown): Promise<AdfNode> {
  const { get, edition, spaceId } = deps;
  switch (shown.kind) {
    case 'community': {
      const community = await get<CommunityView>(`/communities/${shown.communityId}`);
      return community.ok
        ? communityDocument(community.value, shown.full, edition)
        : noticeDocument(community.reason, `${edition.serviceUrl}/open/communities/${shown.communityId}`);
    }
    case 'community-of-space': {
      const community = await communityOfSpace(get, spaceId);
      if (community.ok) return communityDocument(community.value, shown.full, edition);
      return community.reason === 'no-such-community'
        ? exportDirectory(deps, undefined)
        : noticeDocument(community.reason, undefined);
    }
    case 'directory':
      return exportDirectory(deps, shown.topic);
    case 'practice': {
      const practice = await get<PracticeView>(`/practices/${shown.practiceId}`);
      return practice.ok
        ? practiceDocument(practice.value, edition)
        : noticeDocument(practice.reason, `${edition.serviceUrl}/open/practices/${shown.practiceId}`);
    }
    case 'practices':
      return exportPractices(deps, { communityId: shown.communityId, topic: shown.topic });
    case 'practices-of-space': {
      const community = await communityOfSpace(get, spaceId);
      return exportPractices(deps, { communityId: community.ok ? community.value.id : undefined, topic: undefined });
    }
  }
}

async function exportDirectory({ get, edition }: Deps, topic: string | undefined): Promise<AdfNode> {
  const listed = await readAll<CommunityCard>((cursor) =>
    get<CommunityPage>('/communities', { topic, cursor, limit: PAGE }),
  );
  return listed.ok
    ? directoryDocument({ communities: listed.value.items, more: listed.value.more, topic }, edition)
    : noticeDocument(listed.reason, undefined);
}

type Of = { readonly communityId: string | undefined; readonly topic: string | undefined };

async function exportPractices({ get, edition }: Deps, { communityId, topic }: Of): Promise<AdfNode> {
  const listed = await readAll<PracticeCard>((cursor) =>
    get<PracticePage>('/practices', { communityId, topic, cursor, limit: PAGE }),
  );
  if (!listed.ok) return noticeDocument(listed.reason, undefined);
  const name = listed.value.items[0]?.community.name;
  const title = topic ? `Practices about ${topic}` : communityId && name ? `Practices of ${name}` : 'Practices';
  return practicesDocument({ practices: listed.value.items, more: listed.value.more, title }, edition);
}

async function communityOfSpace(get: Get, spaceId: string | undefined): Promise<Answer<CommunityView>> {
  if (spaceId === undefined) return { ok: false, reason: 'no-such-community' };
  return get<CommunityView>('/communities/at', { kind: 'confluence-space', externalId: spaceId });
}

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

/** The first pages of a list. A page that fails later on leaves a shorter list instead of none. */
async function readAll<Item>(
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
