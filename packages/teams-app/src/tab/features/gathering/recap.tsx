import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { Outcomes } from './outcomes.tsx';

const RecapDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './recap-dialog.tsx'));

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What came of it. */
export function Recap({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  const { recap, outcomes, recapBy, recapAt, abilities } = date;
  if (recap === undefined && !abilities.writeRecap) return null;
  return (
    <Section
      title="What came of it"
      action={
        abilities.writeRecap && (
          <Button appearance={recap === undefined ? 'primary' : 'secondary'} onClick={() => setWriting(true)}>
            {recap === undefined ? 'Write the recap' : 'Edit'}
          </Button>
        )
      }
    >
      {recap === undefined ? (
        <Text className={styles.quiet}>
          Nothing has been written yet. Whoever came is told once there is something.
        </Text>
      ) : (
        <>
          <MarkdownText text={recap} topHeading={3} />
          {outcomes.length > 0 && <Outcomes date={date} />}
          <Text size={200} className={styles.quiet}>
            {recapBy && <bdi>{recapBy.name}</bdi>} {recapAt && <When at={recapAt} />}
          </Text>
        </>
      )}
      {writing && (
        <Suspense fallback={null}>
          <RecapDialog date={date} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </Section>
  );
}
