import type { OccurrenceView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<OccurrenceView>;

/** A write whose answer is a date as it is now: its page shows it at once, lists are fetched anew. */
export function useGatheringAction<Input>(send: Send<Input>, onDone?: (date: OccurrenceView, input: Input) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<OccurrenceView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.gatherings],
    onDone(date, input) {
      queries.setQueryData(queryKeys.gathering(date.id), date);
      onDone?.(date, input);
    },
  });
}
