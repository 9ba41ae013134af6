import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './problem.tsx';

type Props<View> = {
  readonly query: Pick<UseQueryResult<View>, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly skeleton: ReactNode;
  readonly children: (view: View) => ReactNode;
};

/** Shows a query's answer; until then its skeleton, after a failure the reason with a way to try again. */
export function Loaded<View>({ query, skeleton, children }: Props<View>) {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined) return children(data);
  if (isPending) return <div aria-busy="true">{skeleton}</div>;
  return <Problem error={error} onRetry={() => void refetch()} />;
}
