import type { CommunityView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';
import { type Founding, foundingBody } from './founding.ts';

export function useFoundCommunity(onDone: (community: CommunityView) => void) {
  const api = useApi();
  return useAction(
    (founding: Founding, idempotencyKey) =>
      api.send<CommunityView>('POST', '/communities', { body: foundingBody(founding), idempotencyKey }),
    { touches: [queryKeys.home, queryKeys.directory, queryKeys.topics], onDone },
  );
}
