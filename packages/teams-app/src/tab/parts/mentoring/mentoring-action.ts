import type { MyMentoringView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<MyMentoringView>;

/** A write whose answer is all of the viewer's mentoring as it is now; the lists of communities are fetched anew. */
export function useMentoringAction<Input = void>(send: Send<Input>, onDone?: (mine: MyMentoringView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<MyMentoringView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.mentors],
    onDone(mine) {
      queries.setQueryData(queryKeys.mentoring, mine);
      onDone?.(mine);
    },
  });
}
