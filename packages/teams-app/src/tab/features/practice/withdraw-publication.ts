import { usePublicationAction } from './publication-action.ts';

/** Lets the page go: it stays in Confluence as it is, and is no longer connected with the practice. */
export const useWithdrawPublication = (id: string, onDone?: () => void) =>
  usePublicationAction(
    id,
    (api, _, idempotencyKey) => api.send('DELETE', `/practices/${id}/publication`, { idempotencyKey }),
    onDone,
  );
