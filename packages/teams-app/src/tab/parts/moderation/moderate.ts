import type { ModerateInput } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

/** A steward's decision about what somebody wrote. The author is told the reason. */
export function useModerate(onDone: (input: ModerateInput) => void) {
  const api = useApi();
  return useAction<unknown, ModerateInput>(
    (body, idempotencyKey) => api.send('POST', '/moderation', { body, idempotencyKey }),
    {
      touches: [
        ['reports'],
        ['audit'],
        ['question'],
        ['questions'],
        ['practice'],
        ['practices'],
        ['gathering'],
        ['gatherings'],
      ],
      onDone: (_, input) => onDone(input),
    },
  );
}
