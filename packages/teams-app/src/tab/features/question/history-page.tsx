import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { DiffText } from '../../parts/diff-text.tsx';
import { authorName } from '../../parts/author.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { Page } from '../../shell/page.tsx';
import { editsOf } from './history.ts';
import { useQuestionHistory } from './see-history.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  edit: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** How the question and its answers came to read as they do, and who edited it: an answer is edited by its author alone. */
export default function HistoryPage({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const { id, title, community, answers } = question;
  const history = useQuestionHistory(id);
  const nameOf = (answerId: string | undefined) => {
    if (answerId === undefined) return 'The question';
    const answer = answers.find((one) => one.id === answerId);
    return answer ? `The answer of ${authorName(answer.author)}` : 'An answer';
  };
  return (
    <Page
      title={`History of “${title}”`}
      crumbs={[
        { label: community.name, path: `/communities/${community.id}/questions` },
        { label: title, path: `/questions/${id}` },
      ]}
    >
      <Loaded query={history} skeleton={<LinesSkeleton lines={8} />}>
        {({ items }) => {
          const edits = editsOf(items);
          if (edits.length === 0) {
            return <Empty title="Nothing was edited">As soon as somebody edits a text, the changes show here.</Empty>;
          }
          return (
            <ol className={styles.list} aria-label="Edits, newest first">
              {edits.map(({ at, answerId, by, title: titleParts, text }) => (
                <li key={`${at} ${answerId ?? ''}`} className={styles.edit}>
                  <Text weight="semibold">
                    <bdi>{nameOf(answerId)}</bdi>,{' '}
                    {by && (
                      <>
                        edited by <bdi>{by.name}</bdi>,{' '}
                      </>
                    )}
                    <When at={at} />
                  </Text>
                  {titleParts && <DiffText parts={titleParts} />}
                  {text && <DiffText parts={text} />}
                  {!titleParts && !text && <Text>Saved without a change of its words.</Text>}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </Page>
  );
}
