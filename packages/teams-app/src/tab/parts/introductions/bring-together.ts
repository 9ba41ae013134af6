import { useIntroductionAction } from './introduction-action.ts';

/** Takes back that one does not want to be introduced to somebody. */
export const useBringTogether = (onDone?: () => void) =>
  useIntroductionAction<string>(
    (api, id, idempotencyKey) => api.send('DELETE', `/me/kept-apart/${id}`, { idempotencyKey }),
    onDone,
  );
