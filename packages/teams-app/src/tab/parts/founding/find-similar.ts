import type { SimilarCommunities } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSettled } from '../../lib/debounce.ts';
import { search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';
import type { Founding } from './founding.ts';

/** Communities that are close to what is being founded, asked for once the typing rests. */
export function useSimilar({ name, purpose, topics }: Pick<Founding, 'name' | 'purpose' | 'topics'>) {
  const api = useApi();
  const typed = useSettled(search({ name: name.trim(), purpose: purpose.trim(), topics: topics.join(',') }), 400);
  return useQuery({
    queryKey: ['similar', typed],
    queryFn: ({ signal }) => api.get<SimilarCommunities>(`/communities/similar${typed}`, signal),
    enabled: new URLSearchParams(typed).get('name')?.length !== undefined && name.trim().length >= 3,
  });
}
