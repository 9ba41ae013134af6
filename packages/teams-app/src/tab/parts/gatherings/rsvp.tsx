import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import type { OccurrenceCard } from '@copse/core/contracts';
import { type GatheringAnswer, gatheringAnswers, gatheringStandingNames } from '@copse/core/vocabulary';
import { Problem } from '../problem.tsx';
import { useAnswerGathering } from './answer-gathering.ts';

const useStyles = makeStyles({
  // Above the link that stretches over a card.
  row: { position: 'relative', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const names: Record<GatheringAnswer, string> = { going: 'Going', maybe: 'Maybe', 'not-going': 'Not going' };

/** Going, maybe or not; one's own answer is marked. Where it is full, “Going” is the way to the waiting list. */
export function Rsvp({ date }: { date: OccurrenceCard }) {
  const styles = useStyles();
  const { id, title, myStanding, capacity, going, abilities } = date;
  const answer = useAnswerGathering(id);
  if (!abilities.answer) return null;
  const full = capacity !== undefined && going >= capacity && myStanding !== 'going';
  const chosen = answer.isPending ? answer.variables : myStanding === 'waiting' ? 'going' : myStanding;
  const nameOf = (one: GatheringAnswer) =>
    one !== 'going'
      ? names[one]
      : myStanding === 'waiting'
        ? gatheringStandingNames.waiting
        : full
          ? 'Join the waiting list'
          : names.going;
  return (
    <>
      <div className={styles.row} role="group" aria-label={`Do you come to ${title}?`}>
        {gatheringAnswers.map((one) => (
          <Button
            key={one}
            size="small"
            appearance={chosen === one ? 'primary' : 'secondary'}
            aria-pressed={chosen === one}
            disabledFocusable={answer.isPending}
            {...(chosen === one ? { icon: <CheckmarkRegular /> } : {})}
            onClick={() => answer.mutate(one)}
          >
            {nameOf(one)}
          </Button>
        ))}
      </div>
      {answer.error !== null && <Problem error={answer.error} />}
    </>
  );
}
