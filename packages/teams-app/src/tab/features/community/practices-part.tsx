import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { CommunityView } from '@copse/core/contracts';
import { lifeNames, lives } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { useSettled } from '../../lib/debounce.ts';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem } from '../../parts/grid.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { PracticeCard } from '../../parts/practice-card.tsx';
import { Problem } from '../../parts/problem.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { usePractices } from './list-practices.ts';

const DraftDialog = lazy(() => import(/* webpackChunkName: "draft-dialog" */ '../../parts/practices/draft-dialog.tsx'));

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  search: { flexGrow: 1, flexBasis: '14rem' },
  wide: { maxWidth: 'none' },
});

/** What the community knows how to do, and where a new practice begins. */
export default function PracticesPart({ community: { id, abilities } }: { community: CommunityView }) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [life, setLife] = useState('');
  const [drafting, setDrafting] = useState(false);
  const q = useSettled(typed.trim());
  const practices = usePractices(id, { q, life });
  const items = practices.data?.pages.flatMap((page) => page.items);
  const filtered = q !== '' || life !== '';

  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <Field label="Search practices" className={styles.search}>
          <SearchBox
            className={styles.wide}
            value={typed}
            maxLength={100}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <Field label="Where it stands">
          <Select value={life} onChange={(_, { value }) => setLife(value)}>
            <option value="">All</option>
            {lives.map((one) => (
              <option key={one} value={one}>
                {lifeNames[one].name}
              </option>
            ))}
          </Select>
        </Field>
        {abilities.draftPractice && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setDrafting(true)}>
            New practice
          </Button>
        )}
      </div>
      {practices.error && <Problem error={practices.error} onRetry={() => void practices.refetch()} />}
      {practices.isPending && <CardsSkeleton />}
      {items?.length === 0 && (
        <Empty title={filtered ? 'No practice like that' : 'No practices yet'}>
          {filtered
            ? 'Try fewer words, or choose “All”.'
            : abilities.draftPractice
              ? 'Write down one way of working that others could use. A draft is only yours until you propose it.'
              : 'Members write down what works here. Join to add the first one.'}
        </Empty>
      )}
      {items && items.length > 0 && (
        <Grid label="Practices">
          {items.map((practice) => (
            <GridItem key={practice.id}>
              <PracticeCard practice={practice} heading="h2" />
            </GridItem>
          ))}
        </Grid>
      )}
      <LoadMore list={practices} />
      {drafting && (
        <Suspense fallback={null}>
          <DraftDialog communityId={id} onClose={() => setDrafting(false)} />
        </Suspense>
      )}
    </div>
  );
}
