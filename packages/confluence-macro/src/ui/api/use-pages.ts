import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from './response.ts';

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };
type Identified = { readonly id: string };

export type Pages<Item> = (
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly items: readonly Item[];
      readonly more: boolean;
      readonly loadingMore: boolean;
      readonly moreFailure: Failure | undefined;
      readonly loadMore: () => void;
    }
) & { readonly replace: (item: Item) => void; readonly refresh: () => void };

type State<Item> = {
  readonly key: string;
  readonly items: readonly Item[];
  readonly nextCursor: string | undefined;
  readonly failure: Failure | undefined;
  readonly moreFailure: Failure | undefined;
  readonly loadingMore: boolean;
};

/**
 * A list that grows page by page. A new key starts it again, but keeps showing the old items until the new ones are
 * there, so that typing in a search field does not make the list flicker.
 */
export function usePages<Item extends Identified>(
  key: string,
  load: (cursor?: string) => Promise<Answer<Page<Item>>>,
): Pages<Item> {
  const [shown, setShown] = useState<State<Item>>();
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    let current = true;
    void latest.current().then((answer) => {
      if (!current) return;
      const rest = { key, moreFailure: undefined, loadingMore: false };
      setShown(
        answer.ok
          ? { ...rest, items: answer.value.items, nextCursor: answer.value.nextCursor, failure: undefined }
          : { ...rest, items: [], nextCursor: undefined, failure: answer.failure },
      );
    });
    return () => {
      current = false;
    };
  }, [key, round]);

  const replace = useCallback(
    (item: Item) =>
      setShown(
        (now) => now && { ...now, items: now.items.map((old) => (old.id === item.id ? { ...old, ...item } : old)) },
      ),
    [],
  );
  const refresh = useCallback(() => setRound((count) => count + 1), []);

  if (!shown) return { state: 'loading', replace, refresh };
  if (shown.failure) return { state: 'failed', failure: shown.failure, retry: refresh, replace, refresh };

  const loadMore = () => {
    if (shown.loadingMore || shown.nextCursor === undefined) return;
    setShown({ ...shown, loadingMore: true, moreFailure: undefined });
    void latest
      .current(shown.nextCursor)
      .then((answer) => setShown((now) => (now?.key === shown.key ? withMore(now, answer) : now)));
  };
  return {
    state: 'ready',
    items: shown.items,
    more: shown.nextCursor !== undefined,
    loadingMore: shown.loadingMore,
    moreFailure: shown.moreFailure,
    loadMore,
    replace,
    refresh,
  };
}

function withMore<Item extends Identified>(now: State<Item>, answer: Answer<Page<Item>>): State<Item> {
  if (!answer.ok) return { ...now, loadingMore: false, moreFailure: answer.failure };
  const known = new Set(now.items.map(({ id }) => id));
  const items = [...now.items, ...answer.value.items.filter(({ id }) => !known.has(id))];
  return { ...now, items, nextCursor: answer.value.nextCursor, loadingMore: false };
}
