import { Badge, Button, Text } from '@fluentui/react-components';
import type { MentorshipView, SessionInput } from '@copse/core/contracts';
import { rhythmNames } from '@copse/core/vocabulary';
import { useState } from 'react';
import { Surface } from '../grid.tsx';
import { count } from '../../lib/plural.ts';
import { MarkdownText } from '../markdown-text.tsx';
import { Person } from '../person.tsx';
import { Problem } from '../problem.tsx';
import { Topics } from '../topics.tsx';
import { Day, When } from '../when.tsx';
import { CloseMentorship } from './close-mentorship.tsx';
import { useMentoringStyles } from './leaf-styles.ts';
import { useMentoringAction } from './mentoring-action.ts';
import { NoteDialog } from './note-dialog.tsx';

const READERS = 'Only the two of you read this.';

/** Two people at work: what they agreed, what they noted, and what can be done now. */
export function Mentorship({ mentorship }: { mentorship: MentorshipView }) {
  const styles = useMentoringStyles();
  const [dialog, setDialog] = useState<'note' | 'close'>();
  const { id, as, other, community, goal, topics, rhythm, state, sessions, reflections } = mentorship;
  const note = useMentoringAction<SessionInput>(
    (api, body, idempotencyKey) => api.send('POST', `/mentorships/${id}/sessions`, { body, idempotencyKey }),
    () => setDialog(undefined),
  );
  const rest = useMentoringAction<'pause' | 'resume'>((api, what, idempotencyKey) =>
    api.send('POST', `/mentorships/${id}/${what}`, { idempotencyKey }),
  );
  return (
    <Surface className={styles.card}>
      <Person person={other} note={`${as === 'mentor' ? 'You are the mentor' : 'Your mentor'} · ${community.name}`} />
      {state !== 'active' && (
        <div>
          <Badge appearance="tint" color="informative">
            {state === 'paused' ? 'Paused' : 'Closed'}
          </Badge>
        </div>
      )}
      <Text dir="auto">“{goal}”</Text>
      <Topics topics={topics} />
      <Text size={200} className={styles.quiet}>
        {rhythmNames[rhythm]} · since <When at={mentorship.beganAt} style="day" /> ·{' '}
        {sessions.length === 0 ? 'no meeting noted yet' : count(sessions.length, 'meeting', 'meetings')}
      </Text>
      <Notes mentorship={mentorship} />
      {rest.error !== null && <Problem error={rest.error} />}
      <div className={styles.buttons}>
        {state !== 'closed' && (
          <>
            <Button appearance="primary" onClick={() => setDialog('note')}>
              We met
            </Button>
            <Button
              disabledFocusable={rest.isPending}
              onClick={() => rest.mutate(state === 'paused' ? 'resume' : 'pause')}
            >
              {state === 'paused' ? 'Go on' : 'Pause'}
            </Button>
          </>
        )}
        {(state !== 'closed' || !reflections.some(({ mine }) => mine)) && (
          <Button appearance="subtle" onClick={() => setDialog('close')}>
            {state === 'closed' ? 'What I take with me' : 'Close'}
          </Button>
        )}
      </div>
      {dialog === 'note' && (
        <NoteDialog
          title={`You and ${other.name} met`}
          readers={READERS}
          began={mentorship.beganAt}
          busy={note.isPending}
          error={note.error}
          onNote={(session) => note.mutate(session)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'close' && <CloseMentorship mentorship={mentorship} onClose={() => setDialog(undefined)} />}
    </Surface>
  );
}

/** The last three meetings, and what each takes with them in the end. */
function Notes({ mentorship: { sessions, reflections, other } }: { mentorship: MentorshipView }) {
  const styles = useMentoringStyles();
  if (sessions.length + reflections.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="What you noted">
      {reflections.map(({ text, mine }) => (
        <li key={String(mine)}>
          <Text size={200} weight="semibold">
            {mine ? 'What I take with me' : `What ${other.name} takes along`}
          </Text>
          <MarkdownText text={text} topHeading={4} />
        </li>
      ))}
      {sessions.slice(0, 3).map(({ heldOn, note }, place) => (
        <li key={`${heldOn} ${place}`}>
          <Text size={200} weight="semibold">
            <Day day={heldOn} />
          </Text>
          {note !== '' && <MarkdownText text={note} topHeading={4} />}
        </li>
      ))}
    </ul>
  );
}
