import type { CommunityMentoringView, CommunityView } from '@copse/core/contracts';
import type { AdfNode } from '../export/adf.ts';
import { mentorsDocument } from '../export/mentors-document.ts';
import { noticeDocument } from '../export/notice-document.ts';
import { communityOfSpace, type Deps, PAGE } from './loading.ts';

/** Where no community is chosen and none belongs to the space, `directory` stands there, as on the page. */
export async function exportMentorsOf(
  { get, edition, spaceId }: Deps,
  communityId: string | undefined,
  directory: () => Promise<AdfNode>,
): Promise<AdfNode> {
  const community =
    communityId === undefined
      ? await communityOfSpace(get, spaceId)
      : await get<CommunityView>(`/communities/${communityId}`);
  if (!community.ok && communityId === undefined && community.reason === 'no-such-community') return directory();
  if (!community.ok) return noticeDocument(community.reason, undefined);
  const mentors = await get<CommunityMentoringView>(`/communities/${community.value.id}/mentors`, { limit: PAGE });
  return mentors.ok
    ? mentorsDocument(community.value, mentors.value, edition)
    : noticeDocument(mentors.reason, undefined);
}
