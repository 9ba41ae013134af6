import type { QuestionPage } from '@copse/core/contracts';
import type { QuestionState } from '@copse/core/vocabulary';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

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
  const chosen = show === 'unsolved' ? { unsolved: true } : { state: show };
  return usePages<QuestionPage>(
    [...queryKeys.questions, communityId ?? 'all', { show, mine, topic, sort }],
    '/questions',
    { communityId, ...chosen, mine, topic, sort, limit: 20 },
    { keep: true },
  );
}
