import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { allQuestions, useQuestions } from '../../parts/questions/list-questions.ts';
import { QuestionRow } from '../../parts/questions/question-row.tsx';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What this person asked and answered; what they asked without their name is here too, for their eyes only. */
export default function MyQuestions() {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const [mine, setMine] = useState<'asked' | 'answered'>('asked');
  const questions = useQuestions({ ...allQuestions, mine, sort: 'newest' });
  return (
    <Section
      title="My questions"
      action={
        <div className={styles.choice} role="group" aria-label="Which questions">
          <Button
            size="small"
            aria-pressed={mine === 'asked'}
            onClick={() => setMine('asked')}
            appearance={mine === 'asked' ? 'primary' : 'secondary'}
          >
            Asked by me
          </Button>
          <Button
            size="small"
            aria-pressed={mine === 'answered'}
            appearance={mine === 'answered' ? 'primary' : 'secondary'}
            onClick={() => setMine('answered')}
          >
            Answered by me
          </Button>
        </div>
      }
    >
      {mine === 'asked' && (
        <Text>What you asked without your name stands here as well. Only you see that it is yours.</Text>
      )}
      <Loaded query={questions} skeleton={<CardsSkeleton cards={1} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return mine === 'asked' ? (
              <Empty
                title="You have not asked anything yet"
                action={<Button onClick={() => navigate('/questions/ask')}>Ask a question</Button>}
              >
                With your name or without it.
              </Empty>
            ) : (
              <Empty
                title="You have not answered anything yet"
                action={<Button onClick={() => navigate('/questions')}>Look at the questions</Button>}
              >
                Half an answer helps too.
              </Empty>
            );
          }
          return (
            <ul className={styles.list} aria-label="My questions">
              {items.map((question) => (
                <li key={question.id}>
                  <QuestionRow question={question} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore list={questions} />
    </Section>
  );
}
