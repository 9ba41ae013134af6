import { Button, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ row: { display: 'flex', justifyContent: 'center' } });

type List = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
};

/** The rest of a list, a page at a time and only when asked for. */
export function LoadMore({ list: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { list: List }) {
  const styles = useStyles();
  if (!hasNextPage) return null;
  return (
    <div className={styles.row}>
      <Button disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? 'Loading…' : 'Load more'}
      </Button>
    </div>
  );
}
