import type { IntroductionsView, IntroductionView, MyIntroductionsView, RoundPreview } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';
import { usePages } from '../../shell/pages.ts';

/** A round that has begun is planned in some moments: until then it is looked again. Milliseconds. */
const LOOK_AGAIN_MS = 2000;

/** How a community introduces its people, and whether the viewer takes part. */
export function useIntroductions(communityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.introductionsOf(communityId),
    queryFn: ({ signal }) => api.get<IntroductionsView>(`/communities/${communityId}/introductions`, signal),
    refetchInterval: ({ state }) => (state.data?.lastRound?.planned === false ? LOOK_AGAIN_MS : false),
  });
}

/** The viewer's introductions, the newest first, with where they want to be introduced. */
export function useMyIntroductions() {
  return usePages<MyIntroductionsView>(queryKeys.introductions, '/me/introductions', { limit: 6 });
}

export function useIntroduction(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.introduction(id),
    queryFn: ({ signal }) => api.get<IntroductionView>(`/introductions/${id}`, signal),
  });
}

/** The round that would begin now. */
export function useRoundPreview(communityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.roundPreview(communityId),
    queryFn: ({ signal }) => api.get<RoundPreview>(`/communities/${communityId}/introductions/preview`, signal),
    gcTime: 0,
  });
}
