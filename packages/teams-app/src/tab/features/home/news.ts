import type { HomeView } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';

/** “2 new practices and 1 new member in the last 14 days”; nothing where nothing is new. */
export function newsText({ practices, members, days }: HomeView['mine'][number]['news']): string | undefined {
  const parts = [
    ...(practices > 0 ? [count(practices, 'new practice', 'new practices')] : []),
    ...(members > 0 ? [count(members, 'new member', 'new members')] : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} in the last ${count(days, 'day', 'days')}` : undefined;
}
