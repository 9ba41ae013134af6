import type { SimilarQuestions } from '@copse/core/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettled } from '../../lib/debounce.ts';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Fewer letters than this say too little to compare. */
const ENOUGH = 6;

/** Questions like the one that is being typed, asked for whenever the typing rests. */
export function useSimilarQuestions(typed: string, communityId: string) {
  const api = useApi();
  const title = useSettled(typed.trim(), 350);
  return useQuery({
    queryKey: [...queryKeys.questions, 'similar', communityId, title],
    queryFn: ({ signal }) => api.get<SimilarQuestions>(`/questions/similar${search({ title, communityId })}`, signal),
    enabled: title.length >= ENOUGH,
    placeholderData: keepPreviousData,
  });
}
