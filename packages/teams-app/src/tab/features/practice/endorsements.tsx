import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ThumbLikeRegular } from '@fluentui/react-icons/svg/thumb-like';
import type { PracticeView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Person } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEndorsePractice } from './endorse-practice.ts';
import { useTakeBackEndorsement } from './take-back-endorsement.ts';

const EndorseDialog = lazy(() => import(/* webpackChunkName: "practice-dialogs" */ './endorse-dialog.tsx'));

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
  note: { display: 'block', paddingInlineStart: '40px' },
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
    <Section beside title={`Endorsements (${endorsements.length})`}>
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
      <Suspense>{endorsing && <EndorseDialog id={id} onClose={() => setEndorsing(false)} />}</Suspense>
    </Section>
  );
}
