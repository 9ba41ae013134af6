import { Button } from '@fluentui/react-components';
import { mentoringGuide } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { HowItWorks } from '../../parts/how-it-works.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useMentoringStyles } from '../../parts/mentoring/leaf-styles.ts';
import { hasMentoring, Mine } from '../../parts/mentoring/mine.tsx';
import { useMyMentoring } from '../../parts/mentoring/see-my-mentoring.ts';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';

/** All mentoring and circles of this person, over all communities. */
export default function MyMentoring() {
  const styles = useMentoringStyles();
  const [, navigate] = useLocation();
  const mine = useMyMentoring();
  return (
    <Section title="My mentoring">
      <Loaded query={mine} skeleton={<CardsSkeleton cards={1} />}>
        {(view) =>
          hasMentoring(view) ? (
            <div className={styles.stack}>
              <Mine mine={view} inner />
            </div>
          ) : (
            <Empty
              title="No mentoring yet"
              action={<Button onClick={() => navigate('/discover')}>Look at communities</Button>}
            >
              Each community has a part “Mentoring”: offer to be a mentor, look for one, or take a place in a circle.
            </Empty>
          )
        }
      </Loaded>
      <HowItWorks title="How mentoring works" steps={mentoringGuide} />
    </Section>
  );
}
