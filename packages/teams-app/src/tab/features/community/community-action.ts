import type { CommunityView } from '@copse/core/contracts';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<CommunityView>;

type Options<Input> = {
  readonly touches?: readonly QueryKey[];
  readonly onDone?: ((community: CommunityView, input: Input) => void) | undefined;
};

/** A write whose answer is the community as it is now: the page shows it at once, lists are fetched anew. */
export function useCommunityAction<Input>(
  id: string,
  send: Send<Input>,
  { touches = [], onDone }: Options<Input> = {},
) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<CommunityView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.directory, queryKeys.home, ...touches],
    onDone(community, input) {
      queries.setQueryData(queryKeys.community(id), community);
      onDone?.(community, input);
    },
  });
}
