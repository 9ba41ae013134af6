import { Button, Text } from '@fluentui/react-components';
import type { MyIntroductionsView } from '@copse/core/contracts';
import { introductionsGuide } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { Grid, GridItem } from '../../parts/grid.tsx';
import { HowItWorks } from '../../parts/how-it-works.tsx';
import { Introduction } from '../../parts/introductions/introduction.tsx';
import { useBringTogether } from '../../parts/introductions/bring-together.ts';
import { useMyIntroductions } from '../../parts/introductions/see-introductions.ts';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useMentoringStyles } from '../../parts/mentoring/leaf-styles.ts';
import { Person } from '../../parts/person.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';

/** To whom this person was introduced, where they want to be, and from whom they keep apart. */
export default function MyIntroductions() {
  const styles = useMentoringStyles();
  const [, navigate] = useLocation();
  const mine = useMyIntroductions();
  return (
    <Section title="My introductions">
      <Loaded query={mine} skeleton={<CardsSkeleton cards={1} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const [first] = pages;
          if (items.length === 0 && first?.wishes.length === 0 && first.keptApart.length === 0) {
            return (
              <Empty
                title="No introductions yet"
                action={<Button onClick={() => navigate('/discover')}>Look at communities</Button>}
              >
                Each community has a part “Introductions”, where you say that you want to meet people.
              </Empty>
            );
          }
          return (
            <div className={styles.stack}>
              {first && <Wishes wishes={first.wishes} />}
              {items.length > 0 && (
                <Grid label="Introductions">
                  {items.map((introduction) => (
                    <GridItem key={introduction.id}>
                      <Introduction introduction={introduction} />
                    </GridItem>
                  ))}
                </Grid>
              )}
              {first && first.keptApart.length > 0 && <KeptApart people={first.keptApart} />}
            </div>
          );
        }}
      </Loaded>
      <LoadMore list={mine} />
      <HowItWorks title="How introductions work" steps={introductionsGuide} />
    </Section>
  );
}

function Wishes({ wishes }: Pick<MyIntroductionsView, 'wishes'>) {
  const styles = useMentoringStyles();
  if (wishes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="Where you want to be introduced">
      {wishes.map(({ community, pausedUntil }) => (
        <li key={community.id}>
          <PlaceLink to={`/communities/${community.id}/introductions`}>{community.name}</PlaceLink>
          {' · '}
          <Text size={200} className={styles.quiet}>
            {pausedUntil ? (
              <>
                paused until <When at={pausedUntil} style="day" />
              </>
            ) : (
              'you are in the next round'
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function KeptApart({ people }: { people: MyIntroductionsView['keptApart'] }) {
  const styles = useMentoringStyles();
  const bring = useBringTogether();
  return (
    <Section title="Not to be introduced to" inner>
      <Text size={200} className={styles.quiet}>
        Only you see this list.
      </Text>
      {bring.error !== null && <Problem error={bring.error} />}
      <ul className={styles.notes}>
        {people.map((person) => (
          <li key={person.id}>
            <div className={styles.buttons}>
              <Person person={person} size="small" />
              <Button
                size="small"
                aria-label={`May be introduced again: ${person.name}`}
                disabledFocusable={bring.isPending}
                onClick={() => bring.mutate(person.id ?? '')}
              >
                May be introduced again
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
