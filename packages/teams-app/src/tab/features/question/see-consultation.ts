import type { ConsultationView, QuestionView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** As often as the question itself (see-question.ts). */
const REFRESH_MS = 30_000;
/** An answer ends the asking a moment after it stands there; so long the old word would contradict it. */
const SETTLING_MS = 1000;
const SETTLES_WITHIN = 10;

/** How it stands with asking those who know; not looked up where the question went past them. */
export function useConsultation({ id, state, way }: Pick<QuestionView, 'id' | 'state' | 'way'>) {
  const api = useApi();
  const wasAsked = way.some((stop) => stop.state === 'with-expert' && stop.is !== 'ahead');
  return useQuery({
    queryKey: [...queryKeys.consultation(id), state],
    queryFn: ({ signal }) => api.get<ConsultationView>(`/questions/${id}/consultation`, signal),
    enabled: state === 'open' || wasAsked,
    // The next round may ask whoever is reading.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      state !== 'open' && data?.state === 'asking' && dataUpdateCount < SETTLES_WITHIN ? SETTLING_MS : REFRESH_MS,
  });
}
