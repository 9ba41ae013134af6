import { makeStyles, tokens } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { Empty } from '../../parts/empty.tsx';
import { AuditLog } from './audit-log.tsx';
import { Conduct } from './conduct.tsx';
import { ReportQueue } from './report-queue.tsx';
import { Unmaskings } from './unmaskings.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
});

/** Where stewards keep order: what was reported, what they decided, and who asked for a name. */
export default function ModerationPart({ community: { id, abilities } }: { community: CommunityView }) {
  const styles = useStyles();
  if (!abilities.moderate) {
    return (
      <div className={styles.part}>
        <Empty title="The stewards look after this">
          What was reported is for the coordinators and knowledge stewards of the community. You can report anything
          that you can read, from the menu beside it.
        </Empty>
        <Unmaskings communityId={id} />
      </div>
    );
  }
  return (
    <div className={styles.part}>
      <ReportQueue communityId={id} />
      <Unmaskings communityId={id} />
      <Conduct communityId={id} />
      <AuditLog communityId={id} />
    </div>
  );
}
