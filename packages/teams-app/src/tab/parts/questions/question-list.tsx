import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useSettled } from '../../lib/debounce.ts';
import { count } from '../../lib/plural.ts';
import { useRemembered } from '../../shell/remembered.ts';
import { Empty } from '../empty.tsx';
import { LoadMore } from '../load-more.tsx';
import { Problem } from '../problem.tsx';
import { CardsSkeleton } from '../skeletons.tsx';
import { allQuestions, useQuestions } from './list-questions.ts';
import { QuestionFilters } from './question-filters.tsx';
import { QuestionRow } from './question-row.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly communityId?: string;
  /** Offered where nobody has asked anything yet. */
  readonly onAsk?: (() => void) | undefined;
};

/** Questions of one community or of all, with filters that stay as they were left. */
export function QuestionList({ communityId, onAsk }: Props) {
  const styles = useStyles();
  const [filter, setFilter] = useRemembered(`questions ${communityId ?? ''}`, allQuestions);
  const typed = useSettled(filter.topic.trim());
  // One letter is no topic yet; asking the service would only be refused.
  const topic = typed.length >= 2 ? typed : '';
  const questions = useQuestions({ ...filter, topic }, communityId);
  const items = questions.data?.pages.flatMap((page) => page.items);
  const filtered = filter.show !== '' || filter.mine !== '' || topic !== '';

  return (
    <div className={styles.all}>
      <QuestionFilters filter={filter} onChange={setFilter} />
      <div className={styles.all} aria-busy={questions.isFetching}>
        <Text size={200} className={styles.quiet} aria-live="polite">
          {items &&
            (questions.hasNextPage
              ? `The first ${items.length} questions`
              : count(items.length, 'question', 'questions'))}
        </Text>
        {questions.error && <Problem error={questions.error} onRetry={() => void questions.refetch()} />}
        {questions.isPending && <CardsSkeleton cards={3} />}
        {items?.length === 0 &&
          (filtered ? (
            <Empty
              title="No question like that"
              action={<Button onClick={() => setFilter(allQuestions)}>Show all questions</Button>}
            >
              Try another topic, or show all of them.
            </Empty>
          ) : (
            <Empty title="No questions yet" action={onAsk && <Button onClick={onAsk}>Ask the first one</Button>}>
              What would you like to know from people who do the same work? Somebody may have solved it already.
            </Empty>
          ))}
        {items && items.length > 0 && (
          <ul className={styles.list} aria-label="Questions">
            {items.map((question) => (
              <li key={question.id}>
                <QuestionRow question={question} heading="h2" community={communityId === undefined} />
              </li>
            ))}
          </ul>
        )}
        <LoadMore list={questions} />
      </div>
    </div>
  );
}
