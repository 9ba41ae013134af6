import type { QuestionPage } from '@copse/core/contracts';
import type { QuestionState } from '@copse/core/vocabulary';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export type QuestionFilter = {
  /** `unsolved` is where help is wanted; else one state, or all. */
  readonly show: 'unsolved' | QuestionState | '';
  readonly mine: 'asked' | 'answered' | '';
  readonly topic: string;
  readonly sort: 'active' | 'newest' | 'me-too';
};

export const allQuestions: QuestionFilter = { show: '', mine: '', topic: '', sort: 'active' };

/** Questions page by page; while a new filter is fetched the old answer stays on screen. */
export function useQuestions({ show, mine, topic, sort }: QuestionFilter, communityId?: string) {
  const api = useApi();
  const chosen = show === 'unsolved' ? { unsolved: true } : { state: show };
  return useInfiniteQuery({
    queryKey: [...queryKeys.questions, communityId ?? 'all', { show, mine, topic, sort }],
    queryFn: ({ pageParam, signal }) =>
      api.get<QuestionPage>(
        `/questions${search({ communityId, ...chosen, mine, topic, sort, cursor: pageParam, limit: 20 })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
