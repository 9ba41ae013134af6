import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { type QuestionState, questionStateNames } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useKeepAsPractice } from './keep-as-practice.ts';

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  dot: {
    width: '0.6rem',
    height: '0.6rem',
    flexShrink: 0,
    borderRadius: '50%',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  passed: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  here: { border: 'none', backgroundColor: tokens.colorBrandBackground },
});

/** The way of a question. Closed and asked before are shown when it is there. */
const usual: readonly QuestionState[] = ['open', 'with-expert', 'answered', 'accepted', 'kept'];

/** Where the question stands on its way, and keeping what was learned. */
export function Standing({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const { id, state, abilities } = question;
  const keep = useKeepAsPractice(id, (practice) => {
    notices.done('A draft was written, with credit to everyone who answered by name.');
    navigate(`/practices/${practice.id}/edit`);
  });
  const reached = usual.indexOf(state);
  const shown = usual.includes(state) ? usual : [...usual, state];
  return (
    <Section beside title="Where it stands">
      <ol className={styles.path}>
        {shown.map((one) => (
          <li
            key={one}
            className={mergeClasses(styles.step, one === state && styles.now)}
            aria-current={one === state ? 'step' : undefined}
          >
            <span
              className={mergeClasses(
                styles.dot,
                usual.indexOf(one) < reached && styles.passed,
                one === state && styles.here,
              )}
              aria-hidden
            />
            <span>
              {questionStateNames[one].name}
              {one === state && <Text size={200}>: {questionStateNames[one].means}</Text>}
            </span>
          </li>
        ))}
      </ol>
      {abilities.keepAsPractice && (
        <>
          <Text size={200}>
            Would the next person want to know this without asking? Copse writes a draft of a practice from the question
            and its accepted answer.
          </Text>
          <Button
            appearance="primary"
            disabledFocusable={keep.isPending}
            onClick={() =>
              keep.mutate(undefined, { onError: (error) => notices.failed(error, 'The practice was not written') })
            }
          >
            {keep.isPending ? 'One moment…' : 'Keep as practice'}
          </Button>
        </>
      )}
    </Section>
  );
}
