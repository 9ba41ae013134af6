import type { QuestionView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';
import type { AskForm } from './ask-form.ts';

export function useAskQuestion(onDone: (question: QuestionView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<QuestionView, AskForm>(
    (body, idempotencyKey) => api.send('POST', '/questions', { body, idempotencyKey }),
    {
      touches: [queryKeys.questions, queryKeys.home],
      onDone(question) {
        queries.setQueryData(queryKeys.question(question.id), question);
        onDone(question);
      },
    },
  );
}
