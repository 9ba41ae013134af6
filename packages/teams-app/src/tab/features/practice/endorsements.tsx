import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { ThumbLikeRegular } from '@fluentui/react-icons/svg/thumb-like';
import type { PracticeView } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Person } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEndorsePractice } from './endorse-practice.ts';
import { useTakeBackEndorsement } from './take-back-endorsement.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { display: 'block', paddingInlineStart: '2.75rem' },
});

/** Who vouches for the practice, and the viewer's own word. */
export function Endorsements({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const [endorsing, setEndorsing] = useState(false);
  const notices = useNotices();
  const { id, endorsements, abilities } = practice;
  const again = useEndorsePractice(id);
  const takeBack = useTakeBackEndorsement(id, () =>
    notices.done('Your endorsement was taken back.', { run: () => again.mutate({}) }),
  );

  return (
    <Section title={`Endorsements (${endorsements.length})`}>
      {endorsements.length === 0 && (
        <Text className={styles.quiet}>Nobody has endorsed it yet. An endorsement says: I would work this way.</Text>
      )}
      <ul className={styles.list}>
        {endorsements.map(({ person, note, at }) => (
          <li key={person.id ?? at}>
            <Person person={person} note={<When at={at} />} />
            {note && (
              <Text className={styles.note} dir="auto">
                {note}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {abilities.endorse && (
        <Button icon={<ThumbLikeRegular />} onClick={() => setEndorsing(true)}>
          Endorse
        </Button>
      )}
      {abilities.takeBackEndorsement && (
        <Button
          disabledFocusable={takeBack.isPending}
          onClick={() =>
            takeBack.mutate(undefined, { onError: (error) => notices.failed(error, 'Your endorsement still stands') })
          }
        >
          Take my endorsement back
        </Button>
      )}
      {endorsing && <EndorseDialog id={id} onClose={() => setEndorsing(false)} />}
    </Section>
  );
}

function EndorseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [note, setNote] = useState('');
  const notices = useNotices();
  const endorse = useEndorsePractice(id, () => {
    notices.done('Thank you. Your endorsement counts.');
    onClose();
  });
  return (
    <FormDialog
      open
      title="Endorse this practice"
      action="Endorse"
      busy={endorse.isPending}
      error={endorse.error}
      onConfirm={() => endorse.mutate(note.trim() ? { note } : {})}
      onClose={onClose}
    >
      <Text>Your name will stand beside it: you would work this way, and you would advise others to.</Text>
      <Field label="Why?" hint="Optional. One sentence from your own experience helps most.">
        <Textarea
          value={note}
          maxLength={practiceLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </FormDialog>
  );
}
