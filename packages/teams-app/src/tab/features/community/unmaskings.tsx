import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { UnmaskingView } from '@copse/core/contracts';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Surface } from '../../parts/grid.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { useUnmaskings } from '../../parts/moderation/list-unmaskings.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ItemWords } from '../../parts/moderation/item-words.tsx';
import { subjectNames } from '../../parts/moderation/words.ts';
import { PersonName } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useDecideUnmasking } from './decide-unmasking.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  reason: { overflowWrap: 'anywhere' },
});

const states: Record<
  UnmaskingView['state'],
  { readonly name: string; readonly tone: 'warning' | 'danger' | 'subtle' }
> = {
  waiting: { name: 'Waits for a second steward', tone: 'warning' },
  done: { name: 'The two stewards know', tone: 'danger' },
  refused: { name: 'Refused: nobody was told', tone: 'subtle' },
};

/** Where somebody's name was asked for. Stewards see all of them; everybody else those about what they wrote. */
export function Unmaskings({ communityId }: { communityId: string }) {
  const styles = useStyles();
  const unmaskings = useUnmaskings(communityId);
  if (unmaskings.data?.pages[0]?.items.length === 0) return null;
  return (
    <Section title="Names asked for">
      <Loaded query={unmaskings} skeleton={<LinesSkeleton lines={3} />}>
        {({ pages }) => (
          <ul className={styles.list} aria-label="Names asked for">
            {pages
              .flatMap((page) => page.items)
              .map((one) => (
                <li key={one.id}>
                  <Unmasking communityId={communityId} unmasking={one} />
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      <LoadMore list={unmaskings} />
    </Section>
  );
}

function Unmasking({ communityId, unmasking }: { communityId: string; unmasking: UnmaskingView }) {
  const styles = useStyles();
  const [deciding, setDeciding] = useState<boolean>();
  const { subject, about, reason, askedBy, askedAt, state, decidedBy, author, abilities } = unmasking;
  const { name, tone } = states[state];
  return (
    <Surface>
      <div className={styles.row}>
        <Badge appearance="tint" color={tone}>
          {name}
        </Badge>
        <Text>
          <PersonName person={askedBy} /> asked who wrote {subject.kind === 'answer' ? 'an' : 'a'}{' '}
          {subjectNames[subject.kind]}, <When at={askedAt} />.
        </Text>
      </div>
      {about && <ItemWords {...about} />}
      <Text className={styles.reason}>
        Reason: <bdi>{reason}</bdi>
      </Text>
      {decidedBy && (
        <Text size={200}>
          {state === 'done' ? 'Agreed to by ' : 'Refused by '}
          <PersonName person={decidedBy} />
        </Text>
      )}
      {author && (
        <Text>
          It was written by <PersonName person={author} />. Keep it between the two of you.
        </Text>
      )}
      {abilities.decide && (
        <div className={styles.row}>
          <Button onClick={() => setDeciding(false)}>Refuse…</Button>
          <Button onClick={() => setDeciding(true)}>Agree…</Button>
        </div>
      )}
      {deciding !== undefined && (
        <Deciding communityId={communityId} id={unmasking.id} agree={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </Surface>
  );
}

type DecidingProps = {
  readonly communityId: string;
  readonly id: string;
  readonly agree: boolean;
  readonly onClose: () => void;
};

function Deciding({ communityId, id, agree, onClose }: DecidingProps) {
  const notices = useNotices();
  const decide = useDecideUnmasking(communityId, () => {
    notices.done(agree ? 'The author is shown to the two of you, and is told so.' : 'Refused. Nobody was told a name.');
    onClose();
  });
  return (
    <FormDialog
      title={agree ? 'Find out who wrote it?' : 'Refuse to find out?'}
      action={agree ? 'Agree' : 'Refuse'}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate({ id, agree })}
      onClose={onClose}
    >
      <Text>
        {agree
          ? 'You and the steward who asked will see the name. The author is told by whom and why. It cannot be undone.'
          : 'The name stays hidden. That it was asked, and that you refused, stands in the record.'}
      </Text>
    </FormDialog>
  );
}
