import { makeStyles, tokens } from '@fluentui/react-components';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

type Props<Item> = {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>>;
  readonly label: string;
  /** Lines of the skeleton while it loads. */
  readonly lines: number;
  readonly empty: ReactNode;
  readonly children: (item: Item) => ReactNode;
};

/** A list that grows on request: skeleton, empty state, items, more. */
export function EndlessList<Item extends { readonly id: string }>({
  query,
  label,
  lines,
  empty,
  children,
}: Props<Item>) {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <Loaded query={query} skeleton={<LinesSkeleton lines={lines} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return empty;
          return (
            <ul className={styles.list} aria-label={label}>
              {items.map((item) => (
                <li key={item.id}>{children(item)}</li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore list={query} />
    </div>
  );
}
