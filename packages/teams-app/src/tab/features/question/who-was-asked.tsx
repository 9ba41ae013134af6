import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConsultationView, QuestionView } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';
import { Person } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

type Props = { readonly question: QuestionView; readonly consultation: ConsultationView };

/** How it stands with asking those who know. How many is for everybody to see, and who is theirs to tell. */
export function WhoWasAsked({ question, consultation }: Props) {
  const styles = useStyles();
  const { state, everAskedCount, mine } = consultation;
  const over = state === 'none' || state === 'over';
  if (over && everAskedCount === 0 && question.state !== 'open') return null;
  return (
    <Section beside title="Who was asked">
      <Text>
        <Course consultation={consultation} />
      </Text>
      {mine && <MyPart mine={mine} />}
      {everAskedCount > 0 && (
        <Text size={200} className={styles.quiet}>
          Names are not shown, so that nobody has to explain themselves.
        </Text>
      )}
    </Section>
  );
}

function Course({ consultation: { state, askedCount, everAskedCount, nextAt } }: Pick<Props, 'consultation'>) {
  const next = nextAt && (
    <>
      {' '}
      If nobody answers, it goes on to others <When at={nextAt} />.
    </>
  );
  const people = (many: number) =>
    count(many, 'person who knows about it has been asked', 'people who know about it have been asked');
  if (state === 'none') return 'Nobody has been asked yet.';
  if (state === 'over') return `${people(everAskedCount)}.`;
  if (state === 'with-coordinators') {
    return everAskedCount === 0
      ? 'Copse found nobody who knows about it and is there, so the coordinators have been told.'
      : `${people(everAskedCount)}, and nobody has answered so far. The coordinators have been told.`;
  }
  if (askedCount === 0) {
    return (
      <>
        Copse asks people who know about it, when they are at work
        {nextAt && (
          <>
            : the first of them <When at={nextAt} />
          </>
        )}
        .
      </>
    );
  }
  return (
    <>
      {people(askedCount)}
      {everAskedCount > askedCount && `, ${everAskedCount - askedCount} before`}.{next}
    </>
  );
}

function MyPart({ mine: { state, passedTo } }: { mine: NonNullable<ConsultationView['mine']> }) {
  if (state === 'passed') {
    return (
      <>
        <Text>You passed it on to:</Text>
        {passedTo && <Person person={passedTo} size="small" />}
      </>
    );
  }
  if (state === 'declined') return <Text>You said “not me”. Should you know something after all, answer.</Text>;
  if (state === 'answered') return <Text>You were asked, and you answered. Thank you.</Text>;
  return <Text>{state === 'asked' ? 'You are one of them.' : 'You were one of them.'}</Text>;
}
