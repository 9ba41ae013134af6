import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { CommunityView } from '@copse/core/contracts';
import { useLocation } from 'wouter';
import { QuestionList } from '../../parts/questions/question-list.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  ask: { alignSelf: 'flex-start' },
});

/** What is asked in this community. */
export default function QuestionsPart({ community: { id, abilities } }: { community: CommunityView }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const ask = abilities.ask ? () => navigate(`/questions/ask/${id}`) : undefined;
  return (
    <div className={styles.part}>
      {ask && (
        <Button appearance="primary" icon={<AddRegular />} className={styles.ask} onClick={ask}>
          Ask a question
        </Button>
      )}
      <QuestionList communityId={id} onAsk={ask} />
    </div>
  );
}
