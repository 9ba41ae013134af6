import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AdoptionView, PracticeView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Surface } from '../../parts/grid.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Person } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';
import { measureText, outcomeNames } from './adoption-words.ts';
import { useTakeBackAdoption } from './take-back-adoption.ts';

const AdoptionDialog = lazy(() => import(/* webpackChunkName: "practice-dialogs" */ './adoption-dialog.tsx'));

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  team: { flexGrow: 1, overflowWrap: 'anywhere', minWidth: 0 },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

const tones = { helped: 'success', mixed: 'warning', 'did-not-help': 'danger', 'too-early': 'informative' } as const;

/** “We use this” and “we tried it: this happened”, the newest first. */
export function Adoptions({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const [recording, setRecording] = useState(false);
  const { id, adoptions, abilities, life } = practice;
  if (life === 'draft') return null;
  return (
    <Section
      title="Who uses it"
      action={
        abilities.recordAdoption && (
          <Button appearance="primary" onClick={() => setRecording(true)}>
            We use this
          </Button>
        )
      }
    >
      {adoptions.length === 0 ? (
        <Empty title="No team has said so yet">
          Does your team work this way, or did you try it? Say what happened: that is how others learn whether it works.
        </Empty>
      ) : (
        <ul className={styles.list} aria-label="Who uses it">
          {adoptions.map((adoption) => (
            <li key={adoption.id}>
              <Adoption practiceId={id} adoption={adoption} />
            </li>
          ))}
        </ul>
      )}
      <Suspense>{recording && <AdoptionDialog id={id} onClose={() => setRecording(false)} />}</Suspense>
    </Section>
  );
}

function Adoption({ practiceId, adoption }: { practiceId: string; adoption: AdoptionView }) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const notices = useNotices();
  const takeBack = useTakeBackAdoption(practiceId, () => notices.done('The record was removed.'));
  const { id, by, kind, team, outcome, story, measure, at, abilities } = adoption;
  return (
    <Surface>
      <div className={styles.top}>
        <Text weight="semibold" className={styles.team} dir="auto">
          {team}
        </Text>
        <Badge appearance="tint" color={kind === 'uses' ? 'brand' : 'informative'}>
          {kind === 'uses' ? 'Uses it' : 'Tried it'}
        </Badge>
        {outcome && (
          <Badge appearance="tint" color={tones[outcome]}>
            {outcomeNames[outcome]}
          </Badge>
        )}
      </div>
      {measure && (
        <Text weight="semibold" dir="auto">
          {measureText(measure, locale)}
        </Text>
      )}
      {story && <MarkdownText text={story} topHeading={4} />}
      <div className={styles.top}>
        <div className={styles.team}>
          <Person person={by} size="small" />
        </div>
        <div className={styles.end}>
          <Text size={200}>
            <When at={at} />
          </Text>
          {abilities.takeBack && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={`Remove the record of ${team}`}
              disabledFocusable={takeBack.isPending}
              onClick={() =>
                takeBack.mutate(id, { onError: (error) => notices.failed(error, 'The record still stands') })
              }
            >
              Remove
            </Button>
          )}
        </div>
      </div>
    </Surface>
  );
}
