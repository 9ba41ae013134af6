import type { PracticeView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<PracticeView>;
type OnDone<Input> = (practice: PracticeView, input: Input) => void;

/** A write whose answer is the practice as it is now: the page shows it at once, lists are fetched anew. */
export function usePracticeAction<Input>(id: string, send: Send<Input>, onDone?: OnDone<Input>) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PracticeView, Input>((input, key) => send(api, input, key), {
    // Whether it may be published, and whether its page is behind, changes with its life and its words.
    touches: [queryKeys.practices, queryKeys.home, queryKeys.versions(id), queryKeys.publication(id)],
    onDone(practice, input) {
      queries.setQueryData(queryKeys.practice(id), practice);
      onDone?.(practice, input);
    },
  });
}
