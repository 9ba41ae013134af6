import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { stageNames } from '@copse/core/vocabulary';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    listStyleType: 'none',
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke2,
  },
  item: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The stages the community went through, the newest first, with what was said about each. */
export function StageHistory({ community: { stage, stageHistory } }: { community: CommunityView }) {
  const styles = useStyles();
  const newestFirst = stageHistory.toSorted((a, b) => b.since.localeCompare(a.since));
  return (
    <Section beside title="Stage">
      <Text>
        {stageNames[stage].name}: {stageNames[stage].means.charAt(0).toLowerCase() + stageNames[stage].means.slice(1)}.
      </Text>
      <ol className={styles.list} aria-label="Stages so far, newest first">
        {newestFirst.map(({ stage: past, since, by, note }) => (
          <li key={`${past} ${since}`} className={styles.item}>
            <Text weight="semibold">{stageNames[past].name}</Text>
            <Text size={200} className={styles.quiet}>
              since <When at={since} style="day" />
              {by && (
                <>
                  , by <bdi>{by.name}</bdi>
                </>
              )}
            </Text>
            {note && <Text dir="auto">{note}</Text>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
