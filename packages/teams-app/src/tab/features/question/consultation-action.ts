import type { ConsultationView } from '@copse/core/contracts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<ConsultationView>;

/** A write of whoever was asked: where the question stands may follow from it, and what waits for them at home. */
export function useConsultationAction<Input = void>(questionId: string, send: Send<Input>, onDone: () => void) {
  const api = useApi();
  return useAction<ConsultationView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.question(questionId), queryKeys.questions, queryKeys.home],
    onDone,
  });
}
