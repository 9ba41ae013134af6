import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { QuestionStateBadge } from '../../parts/badges.tsx';
import { Topics } from '../../parts/topics.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Where the question stands, who may read it, and how many have it. */
export function Particulars({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const { state, visibility, topics, hidden, meTooCount } = question;
  return (
    <>
      <div className={styles.row}>
        <QuestionStateBadge state={state} />
        {hidden && (
          <Badge appearance="tint" color="warning">
            Hidden
          </Badge>
        )}
        <Text size={200} className={styles.quiet}>
          {visibilityNames[visibility]}
          {meTooCount > 0 && ` · ${count(meTooCount, 'other has', 'others have')} this too`}
        </Text>
      </div>
      <Topics topics={topics} />
    </>
  );
}
