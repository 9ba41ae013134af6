import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PracticeView, VersionPage } from '@copse/core/contracts';
import { useState } from 'react';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { Page } from '../../shell/page.tsx';
import { useDifference } from './compare-versions.ts';
import { Difference } from './difference.tsx';
import { useVersions } from './list-versions.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(14rem, 20rem) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: plainList,
  version: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  shown: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

/** How the practice came to read as it does: its versions, and what changed from one to the next. */
export default function HistoryPage({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const { id, title, community, version } = practice;
  const [shown, setShown] = useState(version);
  const versions = useVersions(id);
  return (
    <Page
      title={`History of “${title}”`}
      crumbs={[
        { label: community.name, path: `/communities/${community.id}/practices` },
        { label: title, path: `/practices/${id}` },
      ]}
    >
      <div className={styles.columns}>
        <Section title="Versions">
          <Loaded query={versions} skeleton={<LinesSkeleton />}>
            {({ pages }) => (
              <ol className={styles.list} aria-label="Versions, newest first">
                {pages
                  .flatMap((page) => page.items)
                  .map((item) => (
                    <li key={item.version}>
                      <Version item={item} shown={item.version === shown} onShow={() => setShown(item.version)} />
                    </li>
                  ))}
              </ol>
            )}
          </Loaded>
          <LoadMore list={versions} />
        </Section>
        <div className={styles.column} aria-live="polite">
          <Changes id={id} version={shown} />
        </div>
      </div>
    </Page>
  );
}

function Version({ item, shown, onShow }: { item: VersionPage['items'][number]; shown: boolean; onShow: () => void }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.version, shown && styles.shown)}>
      <Text weight="semibold">Version {item.version}</Text>
      <Text size={200}>
        <bdi>{item.by.name}</bdi>, <When at={item.at} />
      </Text>
      {item.note && <Text dir="auto">{item.note}</Text>}
      {item.version > 1 && (
        <Button
          size="small"
          aria-pressed={shown}
          onClick={onShow}
          aria-label={`Show what changed in version ${item.version}`}
        >
          What changed
        </Button>
      )}
    </div>
  );
}

function Changes({ id, version }: { id: string; version: number }) {
  if (version <= 1) return <Text>This is the first version. As soon as it is edited, the changes show here.</Text>;
  return <Comparison key={version} id={id} from={version - 1} to={version} />;
}

function Comparison({ id, from, to }: { id: string; from: number; to: number }) {
  const difference = useDifference(id, from, to);
  return (
    <Section title={`What changed from version ${from} to ${to}`}>
      <Loaded query={difference} skeleton={<LinesSkeleton lines={6} />}>
        {(view) => <Difference difference={view} />}
      </Loaded>
    </Section>
  );
}
