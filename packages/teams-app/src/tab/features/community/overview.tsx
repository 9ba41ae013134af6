import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { lazy, Suspense } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Section } from '../../parts/section.tsx';
import { Connections } from './connections.tsx';
import { NextSteps } from './next-steps.tsx';
import { People } from './people.tsx';
import { StageHistory } from './stage-history.tsx';

// For those who look after it; everybody else need not load it.
const Posting = lazy(() => import(/* webpackChunkName: "community-posting" */ './posting.tsx'));

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(16rem, 20rem)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
});

/** What the community is about, where it stands, and who looks after it. */
export function Overview({ community }: { community: CommunityView }) {
  const styles = useStyles();
  const { domain, practice, charter, welcome, cadence, abilities } = community;
  const nothingWritten = !domain.trim() && !practice.trim() && !charter.trim();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {welcome && <TextSection title="Welcome" text={welcome} />}
        <TextSection title="Domain" text={domain} />
        <TextSection title="Practice" text={practice} />
        {nothingWritten && (
          <Empty title="The community has not described itself yet">
            {abilities.edit
              ? 'Choose “Edit” above and write what you care about (domain), what you do together (practice) and how you treat each other (charter).'
              : 'Its coordinators can write what it cares about, what it does together and how people treat each other.'}
          </Empty>
        )}
        <NextSteps key={community.revision} community={community} />
        <TextSection title="Charter" text={charter} />
      </div>
      <div className={styles.column}>
        <People community={community} />
        {cadence && (
          <Section beside title="Rhythm">
            <Text dir="auto">{cadence}</Text>
          </Section>
        )}
        <Connections community={community} />
        {abilities.connect && (
          <Suspense>
            <Posting community={community} />
          </Suspense>
        )}
        <StageHistory community={community} />
      </div>
    </div>
  );
}

function TextSection({ title, text }: { title: string; text: string }) {
  if (!text.trim()) return null;
  return (
    <Section title={title}>
      <MarkdownText text={text} topHeading={3} />
    </Section>
  );
}
