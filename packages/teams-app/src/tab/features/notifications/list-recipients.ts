import type { RecipientPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Whom a message to many is for, and what became of it at each. */
export function useRecipients(broadcastId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.recipients(broadcastId),
    queryFn: ({ pageParam, signal }) =>
      api.get<RecipientPage>(
        `/me/broadcasts/${broadcastId}/recipients${search({ cursor: pageParam, limit: 50 })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
