import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { Outcomes } from './outcomes.tsx';

const RecapDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './recap-dialog.tsx'));

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** What came of it. */
export function Recap({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  const { id, recap, outcomes, recapBy, recapAt, recapHidden, withheld, abilities } = date;
  if (recap === undefined && !recapHidden && !abilities.writeRecap) return null;
  const isNew = recap === undefined && !recapHidden;
  return (
    <Section
      title="What came of it"
      action={
        <div className={styles.actions}>
          {abilities.writeRecap && (
            <Button appearance={isNew ? 'primary' : 'secondary'} onClick={() => setWriting(true)}>
              {isNew ? 'Write the recap' : 'Edit'}
            </Button>
          )}
          <ItemMenu
            label="More about the recap"
            subject={{ kind: 'recap', id }}
            report={abilities.reportRecap}
            moderate={abilities.moderateRecap}
            hidden={recapHidden}
            masked={false}
          />
        </div>
      }
    >
      {recapHidden ? (
        <Withheld recap={withheld?.recap} />
      ) : recap === undefined ? (
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

type Written = NonNullable<OccurrenceView['withheld']>['recap'];

/** What stewards have hidden, for those who may still read it. */
function Withheld({ recap }: { recap: Written }) {
  const styles = useStyles();
  if (!recap) return <Text className={styles.quiet}>A steward has hidden this recap.</Text>;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>A steward has hidden this</MessageBarTitle> Only its author and the stewards can read it.
        </MessageBarBody>
      </MessageBar>
      <MarkdownText text={recap.recap} topHeading={3} />
      {recap.outcomes.length > 0 && (
        <ul>
          {recap.outcomes.map((outcome) => (
            <li key={outcome} dir="auto">
              {outcome}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
