import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<unknown>;

/** A write about introductions; all that is shown of them is fetched anew. */
export function useIntroductionAction<Input = void>(send: Send<Input>, onDone?: () => void) {
  const api = useApi();
  return useAction<unknown, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.introductions],
    onDone: () => onDone?.(),
  });
}
