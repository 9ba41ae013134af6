import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { search } from '../lib/query-keys.ts';
import { useApi } from './session.tsx';

type Asked = Parameters<typeof search>[0];
type Options = {
  /** While another filter is fetched the old answer stays on screen. */
  readonly keep?: boolean;
  readonly enabled?: boolean;
};

/** A list of the API, page by page. */
export function usePages<Page extends { readonly nextCursor?: string | undefined }>(
  queryKey: QueryKey,
  path: string,
  asked: Asked = {},
  { keep = false, enabled = true }: Options = {},
) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.get<Page>(`${path}${search({ ...asked, cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
