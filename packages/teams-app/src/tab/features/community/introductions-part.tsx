import { Button, Text } from '@fluentui/react-components';
import type { CommunityView, IntroductionsView } from '@copse/core/contracts';
import { introductionCadenceNames, introductionsGuide } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { count } from '../../lib/plural.ts';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem } from '../../parts/grid.tsx';
import { HowItWorks } from '../../parts/how-it-works.tsx';
import { Introduction } from '../../parts/introductions/introduction.tsx';
import { useIntroductionAction } from '../../parts/introductions/introduction-action.ts';
import { useIntroductions, useMyIntroductions } from '../../parts/introductions/see-introductions.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useMentoringStyles } from '../../parts/mentoring/leaf-styles.ts';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';

const WishDialog = lazy(
  () => import(/* webpackChunkName: "introductions" */ '../../parts/introductions/wish-dialog.tsx'),
);
const ArrangeDialog = lazy(
  () => import(/* webpackChunkName: "introductions" */ '../../parts/introductions/arrange-dialog.tsx'),
);
const PreviewDialog = lazy(
  () => import(/* webpackChunkName: "introductions" */ '../../parts/introductions/preview-dialog.tsx'),
);

/** People of this community who are introduced to each other: oneself first, then how it is arranged. */
export default function IntroductionsPart({ community }: { community: CommunityView }) {
  const styles = useMentoringStyles();
  const introductions = useIntroductions(community.id);
  return (
    <Loaded query={introductions} skeleton={<CardsSkeleton cards={1} />}>
      {(view) => (
        <div className={styles.stack}>
          <Mine view={view} />
          <Arranged view={view} />
        </div>
      )}
    </Loaded>
  );
}

function Mine({ view: { community, mine, abilities } }: { view: IntroductionsView }) {
  const styles = useMentoringStyles();
  const [open, setOpen] = useState(false);
  const all = useMyIntroductions();
  const here = all.data?.pages.flatMap(({ items }) => items).filter((one) => one.community.id === community.id) ?? [];
  const stop = useIntroductionAction((api, _none, idempotencyKey) =>
    api.send('DELETE', `/communities/${community.id}/introductions/me`, { idempotencyKey }),
  );
  return (
    <Section
      title="Be introduced"
      action={
        <div className={styles.buttons}>
          {abilities.takePart && (
            <Button appearance={mine ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>
              {mine ? 'Change or pause' : 'I want to be introduced'}
            </Button>
          )}
          {mine && (
            <Button appearance="subtle" disabledFocusable={stop.isPending} onClick={() => stop.mutate()}>
              Stop
            </Button>
          )}
        </div>
      }
    >
      {stop.error !== null && <Problem error={stop.error} />}
      {mine ? (
        <Text>
          {mine.pausedUntil ? (
            <>
              You have paused until <When at={mine.pausedUntil} style="day" />.
            </>
          ) : (
            'You are in the next round.'
          )}
        </Text>
      ) : (
        <Empty title="Meet people of this community">
          {abilities.takePart
            ? 'In each round you meet somebody new: with a question to begin with, and times that suit all. You can pause at any time.'
            : 'Members can be introduced to each other here. Join the community to take part.'}
        </Empty>
      )}
      {here.length > 0 && (
        <Grid label="Introductions">
          {here.map((introduction) => (
            <GridItem key={introduction.id}>
              <Introduction introduction={introduction} />
            </GridItem>
          ))}
        </Grid>
      )}
      <HowItWorks
        title="How introductions work"
        steps={introductionsGuide}
        more={
          abilities.arrange &&
          'You arrange them here: choose how often and how many at a time, look at the next round with who would meet, and begin it.'
        }
        open={!mine}
      />
      <Suspense fallback={null}>
        {open && <WishDialog community={community} wish={mine} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  );
}

/** A round that introduced nobody is not waited for: it says why, and that it does not count. */
function whatCameOf({ planned, personCount, groupCount }: NonNullable<IntroductionsView['lastRound']>): string {
  if (!planned) return ' and is being planned.';
  if (groupCount === 0) {
    return ', but nobody was introduced: there were not two people to introduce to each other. Others may have paused, been away, or met somebody that week. It does not count: the next one can begin at any time.';
  }
  return personCount === undefined ? '.' : `: ${count(personCount, 'person', 'people')} were introduced.`;
}

function Arranged({ view }: { view: IntroductionsView }) {
  const styles = useMentoringStyles();
  const [dialog, setDialog] = useState<'arrange' | 'preview'>();
  const { community, arrangement, wishCount, lastRound, outcomes, abilities } = view;
  const close = () => setDialog(undefined);
  return (
    <Section
      title="Rounds"
      action={
        abilities.arrange && (
          <div className={styles.buttons}>
            <Button onClick={() => setDialog('preview')}>Look at the next round</Button>
            <Button onClick={() => setDialog('arrange')}>Arrange</Button>
          </div>
        )
      }
    >
      <Text>
        {introductionCadenceNames[arrangement.cadence]},{' '}
        {arrangement.size === 2 ? 'two at a time' : `${arrangement.size} at a time`}.{' '}
        {count(wishCount, 'member wants', 'members want')} to be introduced.
        {arrangement.nextAt && (
          <>
            {' '}
            The next round begins on <When at={arrangement.nextAt} style="day" />.
          </>
        )}
      </Text>
      {lastRound && (
        <Text className={styles.quiet}>
          The last round began <When at={lastRound.begunAt} />
          {whatCameOf(lastRound)}
        </Text>
      )}
      {outcomes && (
        <Text className={styles.quiet}>
          Of {outcomes.answered} who said how it went in the last year, {outcomes.met} met and {outcomes.useful} found
          it useful. Counted from five answers on.
        </Text>
      )}
      <Suspense fallback={null}>
        {dialog === 'arrange' && <ArrangeDialog community={community} arrangement={arrangement} onClose={close} />}
        {dialog === 'preview' && <PreviewDialog community={community} mayBegin={abilities.begin} onClose={close} />}
      </Suspense>
    </Section>
  );
}
