import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    // As a page, so that nothing moves when it arrives.
    width: '100%',
    maxWidth: '68rem',
    boxSizing: 'border-box',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalXL,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalL },
  },
  title: { maxWidth: '20rem' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

/** The shape of cards to come. */
export function CardsSkeleton({ cards = 3 }: { cards?: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading" className={styles.grid}>
      {numbers(cards).map((card) => (
        <SkeletonItem key={card} size={128} />
      ))}
    </Skeleton>
  );
}

/** The shape of rows or paragraphs to come. */
export function LinesSkeleton({ lines = 4 }: { lines?: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading" className={styles.lines}>
      {numbers(lines).map((line) => (
        <SkeletonItem key={line} size={20} />
      ))}
    </Skeleton>
  );
}

/** The shape of a whole page, while its program is still on the way. */
export function PageSkeleton() {
  const styles = useStyles();
  return (
    <div className={styles.page} aria-busy="true">
      <Skeleton aria-label="Loading" className={styles.title}>
        <SkeletonItem size={32} />
      </Skeleton>
      <LinesSkeleton />
      <CardsSkeleton />
    </div>
  );
}
