import type { CommunityMentoringView, OfferView } from '@copse/core/contracts';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { type Pages, usePages } from '../api/use-pages.ts';

export type Offered = OfferView & { readonly id: string };

/** Who offers to be a mentor, page by page, and how the viewer stands to it all: that is in each page alike. */
export function useMentors(
  communityId: string,
  standing: string,
): { readonly pages: Pages<Offered>; readonly first: CommunityMentoringView | undefined } {
  const [first, setFirst] = useState<CommunityMentoringView>();
  const pages = usePages<Offered>(`mentors ${communityId} ${standing}`, async (cursor) => {
    const answer = await api.mentors(communityId, cursor);
    if (!answer.ok) return answer;
    if (cursor === undefined) setFirst(answer.value);
    const items = answer.value.items.map((offer) => ({ ...offer, id: offer.person.id ?? offer.since }));
    return { ...answer, value: { ...answer.value, items } };
  });
  return { pages, first };
}
