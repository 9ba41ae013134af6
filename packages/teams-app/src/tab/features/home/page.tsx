import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { HomeView } from '@copse/core/contracts';
import { useLocation } from 'wouter';
import { CommunityCard } from '../../parts/community-card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem, Surface } from '../../parts/grid.tsx';
import { Leaf } from '../../parts/leaf.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton, LinesSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { NeedsMe } from './needs-me.tsx';
import { NextGatherings } from './next-gatherings.tsx';
import { newsText } from './news.ts';
import { useHome } from './see-home.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL },
  hello: {
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '16rem' },
});

export default function HomePage() {
  const styles = useStyles();
  const home = useHome();
  const [, navigate] = useLocation();
  return (
    <Page
      title="Home"
      lead={<Text>What your communities are doing, and where you are needed.</Text>}
      actions={
        <Button appearance="primary" onClick={() => navigate('/discover')}>
          Find communities
        </Button>
      }
    >
      <Loaded
        query={home}
        skeleton={
          <div className={styles.all}>
            <LinesSkeleton lines={2} />
            <CardsSkeleton cards={6} />
          </div>
        }
      >
        {(view) => <HomeContent view={view} />}
      </Loaded>
    </Page>
  );
}

function HomeContent({ view: { mine, needsMe, suggested, profileStarted } }: { view: HomeView }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  return (
    <div className={styles.all}>
      {!profileStarted && <Hello />}
      {needsMe.length > 0 && (
        <Section title="Needs you">
          <NeedsMe items={needsMe} />
        </Section>
      )}
      <NextGatherings />
      <Section title="My communities">
        {mine.length === 0 ? (
          <Empty
            title="You are not in a community yet"
            action={<Button onClick={() => navigate('/discover')}>Look around</Button>}
          >
            Join one that you care about, or found your own. It will show up here, with what is new in it.
          </Empty>
        ) : (
          <Grid label="My communities">
            {mine.map(({ community, news }) => (
              <GridItem key={community.id}>
                <CommunityCard community={community} reason={newsText(news)} quiet />
              </GridItem>
            ))}
          </Grid>
        )}
      </Section>
      <Section title="Suggested for you">
        {suggested.length === 0 ? (
          <Empty
            title="Nothing to suggest right now"
            action={<Button onClick={() => navigate('/me')}>Edit my interests</Button>}
          >
            Suggestions come from the interests and skills on your page “Me”.
          </Empty>
        ) : (
          <Grid label="Suggested for you">
            {suggested.map(({ community, because }) => (
              <GridItem key={community.id}>
                <CommunityCard community={community} reason={because} />
              </GridItem>
            ))}
          </Grid>
        )}
      </Section>
    </div>
  );
}

function Hello() {
  const styles = useStyles();
  const [, navigate] = useLocation();
  return (
    <Surface className={styles.hello}>
      <Leaf size={40} />
      <div className={styles.words}>
        <Text weight="semibold">Welcome to Copse</Text>
        <Text>Say what interests you and what you can teach, and Copse finds the people who share it.</Text>
      </div>
      <Button appearance="primary" onClick={() => navigate('/me')}>
        Tell us about you
      </Button>
    </Surface>
  );
}
