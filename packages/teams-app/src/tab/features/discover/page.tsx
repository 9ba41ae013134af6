import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useState } from 'react';
import { useSettled } from '../../lib/debounce.ts';
import { count } from '../../lib/plural.ts';
import { CommunityCard } from '../../parts/community-card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem } from '../../parts/grid.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Problem } from '../../parts/problem.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../../shell/see-me.ts';
import { Filters } from './filters.tsx';
import { everything, useDirectory } from './list-directory.ts';

const FoundDialog = lazy(() => import(/* webpackChunkName: "found" */ '../../parts/founding/found-dialog.tsx'));

const useStyles = makeStyles({
  results: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export default function DiscoverPage() {
  const styles = useStyles();
  const [filter, setFilter] = useState(everything);
  const [founding, setFounding] = useState(false);
  const q = useSettled(filter.q.trim());
  const directory = useDirectory({ ...filter, q });
  const communities = directory.data?.pages.flatMap(({ items }) => items);
  const filtered = Object.values({ ...filter, q }).some((value) => value !== '');

  const me = useMe();
  const mayFound = me.data?.abilities.foundCommunity === true;

  const found = mayFound && (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => setFounding(true)}>
      Found a community
    </Button>
  );

  return (
    <Page title="Discover" lead={<Text>Find people who care about what you care about.</Text>} actions={found}>
      <Filters filter={filter} onChange={setFilter} />
      <div className={styles.results} aria-busy={directory.isFetching}>
        <Text size={200} className={styles.quiet} aria-live="polite">
          {communities &&
            (directory.hasNextPage
              ? `The first ${communities.length} communities`
              : count(communities.length, 'community', 'communities'))}
        </Text>
        {directory.error && <Problem error={directory.error} onRetry={() => void directory.refetch()} />}
        {directory.isPending && <CardsSkeleton cards={9} />}
        {communities?.length === 0 &&
          (filtered ? (
            <Empty
              title="No community like that yet"
              action={<Button onClick={() => setFilter(everything)}>Show all communities</Button>}
            >
              Try fewer words or another topic.{mayFound && ' If it is missing, you could be the one who founds it.'}
            </Empty>
          ) : (
            <Empty title="There are no communities yet">
              {mayFound
                ? 'Found the first one: choose a kind, say what it is for, and invite a few colleagues.'
                : 'As soon as one is open to partners, it stands here.'}
            </Empty>
          ))}
        {communities && communities.length > 0 && (
          <Grid label="Communities">
            {communities.map((community) => (
              <GridItem key={community.id}>
                <CommunityCard community={community} heading="h2" />
              </GridItem>
            ))}
          </Grid>
        )}
        <LoadMore list={directory} />
      </div>
      {founding && (
        <Suspense>
          <FoundDialog onClose={() => setFounding(false)} />
        </Suspense>
      )}
    </Page>
  );
}
