import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { archetypeOf, entryNames, formatNames, reachNames } from '@copse/core/vocabulary';
import { StageBadge } from '../../parts/badges.tsx';
import { Topics } from '../../parts/topics.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The community's particulars in one line, and its topics. */
export function Facts({ community }: { community: CommunityView }) {
  const styles = useStyles();
  const { stage, archetype, format, visibility, reach, topics } = community;
  const kind = archetypeOf[archetype].name;
  const words = [kind, formatNames[format], entryNames[visibility], reachNames[reach]];
  return (
    <>
      <div className={styles.row}>
        <StageBadge stage={stage} />
        <Text size={200} className={styles.quiet}>
          {words.join(' · ')}
        </Text>
      </div>
      <Topics topics={topics} />
    </>
  );
}
