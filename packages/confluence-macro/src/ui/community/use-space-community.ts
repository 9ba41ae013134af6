import type { CommunityView } from '@copse/core/contracts';
import { api } from '../api/client.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { useHost } from '../host/host-context.tsx';

/** The community of this space as the viewer sees it; a space without one answers `undefined`. */
export function useSpaceCommunity(): Loaded<CommunityView | undefined> {
  const { space } = useHost();
  return useLoaded<CommunityView | undefined>(`space ${space?.id ?? ''}`, async () => {
    if (!space) return { ok: true, value: undefined };
    const answer = await api.communityAtSpace(space.id);
    return answer.ok || answer.failure.reason !== 'no-such-community' ? answer : { ok: true, value: undefined };
  });
}
