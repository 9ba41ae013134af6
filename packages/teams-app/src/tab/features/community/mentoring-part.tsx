import { Button, Text } from '@fluentui/react-components';
import type { CommunityView, MyOfferView, OfferView } from '@copse/core/contracts';
import { mentoringGuide, rhythmNames } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem, Surface } from '../../parts/grid.tsx';
import { HowItWorks } from '../../parts/how-it-works.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Circle } from '../../parts/mentoring/circle.tsx';
import { useMentoringStyles } from '../../parts/mentoring/leaf-styles.ts';
import { hasMentoring, Mine, within } from '../../parts/mentoring/mine.tsx';
import { useCircles } from '../../parts/mentoring/see-circles.ts';
import { useMentors } from '../../parts/mentoring/see-mentors.ts';
import { useMyMentoring } from '../../parts/mentoring/see-my-mentoring.ts';
import { useMentoringAction } from '../../parts/mentoring/mentoring-action.ts';
import { Person } from '../../parts/person.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { Topics } from '../../parts/topics.tsx';

const OfferDialog = lazy(() => import(/* webpackChunkName: "mentoring" */ '../../parts/mentoring/offer-dialog.tsx'));
const RequestDialog = lazy(
  () => import(/* webpackChunkName: "mentoring" */ '../../parts/mentoring/request-dialog.tsx'),
);
const CircleDialog = lazy(() => import(/* webpackChunkName: "mentoring" */ '../../parts/mentoring/circle-dialog.tsx'));

/** Mentoring in this community: one's own first, then who offers what, then the circles. */
export default function MentoringPart({ community }: { community: CommunityView }) {
  const styles = useMentoringStyles();
  const mine = useMyMentoring();
  const here = mine.data && within(mine.data, community.id);
  return (
    <div className={styles.stack}>
      {here && <Mine mine={here} inner={false} circles={false} />}
      <Mentors community={community} offer={mine.data?.offers.find((one) => one.community.id === community.id)} />
      <Circles community={community} />
      {here && (
        <HowItWorks
          title="How mentoring works"
          steps={mentoringGuide}
          open={here.offers.length === 0 && !hasMentoring(here)}
        />
      )}
    </div>
  );
}

function Mentors({ community, offer }: { community: CommunityView; offer: MyOfferView | undefined }) {
  const styles = useMentoringStyles();
  const { id, name, topics } = community;
  const mentors = useMentors(id);
  const [dialog, setDialog] = useState<'offer' | 'request' | OfferView>();
  const withdraw = useMentoringAction((api, _none: void, idempotencyKey) =>
    api.send('DELETE', `/communities/${id}/mentors/me`, { idempotencyKey }),
  );
  const abilities = mentors.data?.pages[0]?.abilities;
  const active = mentors.data?.pages[0]?.activeCount;
  const close = () => setDialog(undefined);
  return (
    <Section
      title="Mentors"
      action={
        <div className={styles.buttons}>
          {abilities?.request && (
            <Button appearance="primary" onClick={() => setDialog('request')}>
              Look for a mentor
            </Button>
          )}
          {abilities?.offer && (
            <Button onClick={() => setDialog('offer')}>{offer ? 'Change my offer' : 'Be a mentor'}</Button>
          )}
          {offer && (
            <Button appearance="subtle" disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate()}>
              Take my offer back
            </Button>
          )}
        </div>
      }
    >
      {withdraw.error !== null && <Problem error={withdraw.error} />}
      {active !== undefined && (
        <Text className={styles.quiet}>{active} pairs are at work here now. Counts are shown from five on.</Text>
      )}
      <Loaded query={mentors} skeleton={<CardsSkeleton cards={2} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title="Nobody offers to be a mentor yet">
              {abilities?.offer
                ? 'Two hours a month with one person are a beginning. You know more than you think.'
                : 'Members can offer it here. Join the community to take part.'}
            </Empty>
          ) : (
            <Grid label="Mentors">
              {items.map((one) => (
                <GridItem key={one.person.id ?? one.since}>
                  <Offer offer={one} onAsk={() => setDialog(one)} />
                </GridItem>
              ))}
            </Grid>
          );
        }}
      </Loaded>
      <LoadMore list={mentors} />
      <Suspense fallback={null}>
        {dialog === 'offer' && (
          <OfferDialog community={{ id, name }} offer={offer} suggested={topics} onClose={close} />
        )}
        {dialog !== undefined && dialog !== 'offer' && (
          <RequestDialog
            community={{ id, name }}
            suggested={topics}
            mentor={dialog === 'request' ? undefined : dialog}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}

function Offer({ offer, onAsk }: { offer: OfferView; onAsk: () => void }) {
  const { person, topics, rhythm, note, free, ask } = offer;
  const styles = useMentoringStyles();
  return (
    <Surface className={styles.card}>
      <Person person={person} />
      {note !== '' && <Text dir="auto">{note}</Text>}
      <Topics topics={topics} />
      <Text size={200} className={styles.quiet}>
        {rhythmNames[rhythm]} · {free ? 'has room for somebody' : 'has no room just now'}
      </Text>
      {ask && (
        <div className={styles.buttons}>
          <Button onClick={onAsk}>Ask {person.name}</Button>
        </div>
      )}
    </Surface>
  );
}

function Circles({ community: { id, name } }: { community: CommunityView }) {
  const circles = useCircles(id);
  const mentors = useMentors(id);
  const [founding, setFounding] = useState(false);
  const mayFound = mentors.data?.pages[0]?.abilities.foundCircle ?? false;
  return (
    <Section title="Circles" action={mayFound && <Button onClick={() => setFounding(true)}>Found a circle</Button>}>
      <Loaded query={circles} skeleton={<CardsSkeleton cards={1} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title="No circle yet">
              Six to eight peers who meet a fixed number of times, help each other, and lead in turn.
            </Empty>
          ) : (
            <Grid label="Circles">
              {items.map((circle) => (
                <GridItem key={circle.id}>
                  <Circle circle={circle} />
                </GridItem>
              ))}
            </Grid>
          );
        }}
      </Loaded>
      <LoadMore list={circles} />
      <Suspense fallback={null}>
        {founding && <CircleDialog community={{ id, name }} onClose={() => setFounding(false)} />}
      </Suspense>
    </Section>
  );
}
