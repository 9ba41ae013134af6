import { makeStyles, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';
import { Empty } from '../../parts/empty.tsx';
import { Section } from '../../parts/section.tsx';
import { Answer } from './answer.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** The answers: the accepted one first, then the most helpful. */
export function Answers({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const { answers, answerCount, author, abilities } = question;
  return (
    <Section title={answerCount > 0 ? count(answerCount, 'answer', 'answers') : 'Answers'}>
      {answers.length === 0 ? (
        <Empty title="Nobody has answered yet">
          {author.mine
            ? 'You will hear as soon as somebody does.'
            : abilities.answer
              ? 'Do you know a part of it? Half an answer helps too.'
              : 'Members of the community can answer.'}
        </Empty>
      ) : (
        <ol className={styles.list} aria-label="Answers">
          {answers.map((answer) => (
            <li key={answer.id} id={`answer-${answer.id}`}>
              <Answer question={question} answer={answer} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
