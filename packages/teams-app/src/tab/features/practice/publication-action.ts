import type { PublicationView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<PublicationView>;

/** A write about the page; its answer is shown at once. The practice itself may have a new version with it. */
export function usePublicationAction<Input = void>(
  practiceId: string,
  send: Send<Input>,
  onDone?: (publication: PublicationView) => void,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PublicationView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.practice(practiceId)],
    onDone(publication) {
      queries.setQueryData(queryKeys.publication(practiceId), publication);
      onDone?.(publication);
    },
  });
}
