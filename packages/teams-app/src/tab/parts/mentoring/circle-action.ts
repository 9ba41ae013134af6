import type { CircleView } from '@copse/core/contracts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<CircleView>;

/** A write to a circle; wherever circles are shown they are fetched anew. */
export function useCircleAction<Input = void>(send: Send<Input>, onDone?: (circle: CircleView) => void) {
  const api = useApi();
  return useAction<CircleView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.circles, queryKeys.mentoring],
    ...(onDone ? { onDone } : {}),
  });
}
