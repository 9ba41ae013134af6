import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { practiceLimits, questionLimits } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { type Beginning, titleOf } from '../../lib/beginning.ts';
import { dayIn, dayName } from '../../lib/zoned.ts';
import { useMyCommunities } from '../../parts/list-my-communities.ts';
import { useSession } from '../../shell/session.tsx';

const DraftDialog = lazy(() => import(/* webpackChunkName: "draft-dialog" */ '../../parts/practices/draft-dialog.tsx'));

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: '1.25rem',
  },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  text: { flexGrow: 1, flexBasis: '14rem', overflowWrap: 'anywhere' },
});

/** What was decided. Members take it further: as a practice that one can look up, or as a question to everybody. */
export function Outcomes({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const [, navigate] = useLocation();
  const [practice, setPractice] = useState<Beginning>();
  const mine = useMyCommunities();
  const { id, title, outcomes, community, startsAt, timeZone } = date;
  const member = mine.data?.some((one) => one.id === community.id && one.abilities.ask) ?? false;
  const source = `From the gathering “${title}” on ${dayName(dayIn(startsAt, timeZone), locale)}.`;
  const beginning = (outcome: string, most: number): Beginning => ({
    from: `${id}.${outcomes.indexOf(outcome)}`,
    title: titleOf(outcome, most),
    text: outcome.length > most ? `${outcome}\n\n${source}` : source,
  });
  const ask = (outcome: string) =>
    navigate(`/questions/ask/${community.id}`, { state: beginning(outcome, questionLimits.title) });
  return (
    <div>
      <Text weight="semibold">Outcomes</Text>
      <ul className={styles.list}>
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <div className={styles.item}>
              <Text className={styles.text} dir="auto">
                {outcome}
              </Text>
              {member && (
                <>
                  <Button
                    size="small"
                    aria-label={`Write a practice: ${outcome}`}
                    onClick={() => setPractice(beginning(outcome, practiceLimits.title))}
                  >
                    Write a practice
                  </Button>
                  <Button size="small" aria-label={`Ask about it: ${outcome}`} onClick={() => ask(outcome)}>
                    Ask about it
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {practice && (
        <Suspense fallback={null}>
          <DraftDialog
            communityId={community.id}
            title={practice.title}
            context={practice.text}
            onClose={() => setPractice(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
