import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { useCanCreateMeetings, useCreateMeeting } from '../../parts/gatherings/meetings.ts';
import { useNotices } from '../../shell/notices.tsx';

const useStyles = makeStyles({
  link: { overflowWrap: 'anywhere' },
  button: { alignSelf: 'flex-start' },
});

/** Where to join it online; whoever runs one that has no link yet can have a meeting created. */
export function MeetingLink({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const { meetingUrl, mode, cancelled, abilities } = date;
  if (cancelled) return null;
  if (meetingUrl) {
    return (
      <Link href={meetingUrl} target="_blank" rel="noreferrer" className={styles.link}>
        Join the meeting online
      </Link>
    );
  }
  return abilities.change && mode !== 'on-site' ? <CreateButton gatheringId={date.gatheringId} /> : null;
}

function CreateButton({ gatheringId }: { gatheringId: string }) {
  const styles = useStyles();
  const notices = useNotices();
  const offered = useCanCreateMeetings();
  const create = useCreateMeeting(() => notices.done('The Teams meeting is created.'));
  if (!offered) return null;
  return (
    <Button
      className={styles.button}
      disabledFocusable={create.isPending}
      onClick={() =>
        create.mutate(gatheringId, { onError: (problem) => notices.failed(problem, 'It has no meeting in Teams') })
      }
    >
      {create.isPending ? 'One moment…' : 'Create a Teams meeting'}
    </Button>
  );
}
