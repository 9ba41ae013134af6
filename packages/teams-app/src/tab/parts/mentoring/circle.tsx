import { AvatarGroup, AvatarGroupItem, Badge, Button, Text } from '@fluentui/react-components';
import type { CircleMeetingInput, CircleView } from '@copse/core/contracts';
import { circleSizes, type CircleState, rhythmNames } from '@copse/core/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../lib/query-keys.ts';
import { Surface } from '../grid.tsx';
import { MarkdownText } from '../markdown-text.tsx';
import { Problem } from '../problem.tsx';
import { Day } from '../when.tsx';
import { useCircleAction } from './circle-action.ts';
import { useMentoringStyles } from './leaf-styles.ts';
import { NoteDialog } from './note-dialog.tsx';

const stateNames: Readonly<Record<CircleState, string>> = { forming: 'Forming', meeting: 'Meeting', closed: 'Ended' };
const verbs = { join: 'Take a place', begin: 'Begin to meet', leave: 'Leave' } as const;
type Verb = keyof typeof verbs;

/** A circle: who is in it, where it stands, whose turn it is, and what the viewer can do. */
export function Circle({ circle }: { circle: CircleView }) {
  const styles = useMentoringStyles();
  const queries = useQueryClient();
  /** Which meeting is noted: the one that was the next when the dialog opened, also if others note it meanwhile. */
  const [noting, setNoting] = useState<number>();
  const { id, title, purpose, rhythm, size, meetings, state, peers, next, held, abilities } = circle;
  const move = useCircleAction<Verb>((api, what, idempotencyKey) =>
    api.send('POST', `/circles/${id}/${what}`, { idempotencyKey }),
  );
  const note = useCircleAction<CircleMeetingInput>(
    (api, body, idempotencyKey) => api.send('POST', `/circles/${id}/meetings`, { body, idempotencyKey }),
    () => setNoting(undefined),
  );
  /** What others have noted is seen at once, wherever this circle is shown. */
  const seeAnew = () =>
    Promise.all([queryKeys.circles, queryKeys.mentoring].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const missing = circleSizes.least - peers.length;
  return (
    <Surface className={styles.card}>
      <div>
        <Text weight="semibold" block dir="auto">
          {title}
        </Text>
        <Badge appearance="tint" color={state === 'meeting' ? 'success' : 'informative'}>
          {stateNames[state]}
        </Badge>
      </div>
      <Text dir="auto">{purpose}</Text>
      {peers.length > 0 && (
        <AvatarGroup layout="stack" size={28} aria-label={`Peers: ${peers.map(({ name }) => name).join(', ')}`}>
          {peers.map(({ id: personId, name }) => (
            <AvatarGroupItem key={personId ?? name} name={name} color="colorful" idForColor={personId ?? 'former'} />
          ))}
        </AvatarGroup>
      )}
      <Text size={200} className={styles.quiet}>
        {peers.length} of {size} places taken · {rhythmNames[rhythm].toLowerCase()}, {meetings} times
        {state === 'forming' && missing > 0 && `. It can begin when ${missing} more have joined.`}
      </Text>
      {next && (
        <Text size={200}>
          Meeting {next.number} of {meetings}
          {next.dueOn && (
            <>
              {' '}
              · about <Day day={next.dueOn} />
            </>
          )}
          {next.mine ? ' · you lead it' : next.facilitator && <> · led by {next.facilitator.name}</>}
        </Text>
      )}
      {held.length > 0 && (
        <ul className={styles.notes} aria-label="Meetings">
          {held.slice(-3).map((one) => (
            <li key={one.number}>
              <Text size={200} weight="semibold">
                {one.number}. <Day day={one.heldOn} />
              </Text>
              {one.note !== '' && <MarkdownText text={one.note} topHeading={4} />}
            </li>
          ))}
        </ul>
      )}
      {move.error !== null && <Problem error={move.error} />}
      <div className={styles.buttons}>
        {abilities.noteMeeting && next && (
          <Button appearance="primary" onClick={() => setNoting(next.number)}>
            We met
          </Button>
        )}
        {(['join', 'begin', 'leave'] as const)
          .filter((verb) => abilities[verb])
          .map((verb) => (
            <Button
              key={verb}
              appearance={verb === 'leave' ? 'subtle' : 'primary'}
              disabledFocusable={move.isPending}
              onClick={() => move.mutate(verb)}
            >
              {verbs[verb]}
            </Button>
          ))}
      </div>
      {noting !== undefined && (
        <NoteDialog
          title={`Meeting ${noting} of ${title}`}
          readers="Only the peers of this circle read this."
          began={circle.foundedAt}
          noted={held.find(({ number }) => number === noting)}
          busy={note.isPending}
          error={note.error}
          onNote={(session) => note.mutate({ ...session, number: noting }, { onError: () => void seeAnew() })}
          onClose={() => setNoting(undefined)}
        />
      )}
    </Surface>
  );
}
