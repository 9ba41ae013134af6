import type { PublicationView, QueuePublicationInput } from '@copse/core/contracts';
import { usePublicationAction } from './publication-action.ts';

/** Puts the practice where Confluence fetches it, as a new page or once more on the one that it has. */
export const useQueuePublication = (id: string, onDone?: (publication: PublicationView) => void) =>
  usePublicationAction<Partial<QueuePublicationInput>>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/practices/${id}/publication`, { body, idempotencyKey }),
    onDone,
  );
