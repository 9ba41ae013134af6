import type { ChoosePublicationInput } from '@copse/core/contracts';
import { usePublicationAction } from './publication-action.ts';

/** Says what becomes of two texts that were both changed. */
export const useChoosePublication = (id: string, onDone: () => void) =>
  usePublicationAction<ChoosePublicationInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/practices/${id}/publication/choice`, { body, idempotencyKey }),
    onDone,
  );
