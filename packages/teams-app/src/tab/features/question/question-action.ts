import type { QuestionView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Send<Input> = (api: ApiClient, input: Input, idempotencyKey: string) => Promise<QuestionView>;
export type OnDone<Input = void> = (question: QuestionView, input: Input) => void;

/** A write whose answer is the question as it is now: the page shows it at once, lists are fetched anew. */
export function useQuestionAction<Input = void>(id: string, send: Send<Input>, onDone?: OnDone<Input>) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<QuestionView, Input>((input, key) => send(api, input, key), {
    touches: [queryKeys.questions, queryKeys.home, queryKeys.questionHistory(id)],
    onDone(question, input) {
      queries.setQueryData(queryKeys.question(id), question);
      onDone?.(question, input);
    },
  });
}
