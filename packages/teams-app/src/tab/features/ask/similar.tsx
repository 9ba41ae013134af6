import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { count } from '../../lib/plural.ts';
import { QuestionStateBadge } from '../../parts/badges.tsx';
import { Surface } from '../../parts/grid.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { useSimilarQuestions } from './find-similar-questions.ts';

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What was asked before: perhaps the answer is there already. What was typed stays when somebody looks at one. */
export function Similar({ title, communityId }: { title: string; communityId: string }) {
  const styles = useStyles();
  const similar = useSimilarQuestions(title, communityId);
  const items = similar.data?.items ?? [];
  return (
    <Section beside title="Asked before?">
      <Text size={200} className={styles.quiet} aria-live="polite">
        {items.length > 0
          ? `${count(items.length, 'question is', 'questions are')} like yours. What you typed is kept while you look.`
          : similar.data
            ? 'Nobody has asked this yet.'
            : 'While you type, questions like yours show up here.'}
      </Text>
      <ul className={styles.list}>
        {items.map(({ id, title: asked, state, answerCount, community }) => (
          <li key={id}>
            <Surface live>
              <PlaceLink to={`/questions/${id}`} whole>
                <bdi>{asked}</bdi>
              </PlaceLink>
              <div className={styles.row}>
                <QuestionStateBadge state={state} />
                <Text size={200} className={styles.quiet}>
                  {count(answerCount, 'answer', 'answers')} · <bdi>{community.name}</bdi>
                </Text>
              </div>
            </Surface>
          </li>
        ))}
      </ul>
    </Section>
  );
}
