import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView, PersonCard } from '@copse/core/contracts';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** “I am here” for whoever comes, and for hosts a list to tick. */
export function Attendance({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const { id, attendance, abilities } = date;
  const here = useGatheringAction<void>((api, _input, idempotencyKey) =>
    api.send('PUT', `/occurrences/${id}/attendance`, { idempotencyKey }),
  );
  const open = abilities.checkIn && !attendance.mine;
  if (!open && attendance.count === 0 && !abilities.noteAttendance) return null;
  return (
    <Section title="Who was there" beside>
      {open && (
        <Button appearance="primary" disabledFocusable={here.isPending} onClick={() => here.mutate()}>
          I am here
        </Button>
      )}
      {attendance.mine && <Text>You were there.</Text>}
      <Text className={styles.quiet}>{attendance.count === 1 ? '1 person' : `${attendance.count} people`}</Text>
      {here.error !== null && <Problem error={here.error} />}
      {abilities.noteAttendance && <HostList date={date} />}
    </Section>
  );
}

type Note = { readonly personId: string; readonly there: boolean };

function HostList({ date: { id, attendance, people } }: { date: OccurrenceView }) {
  const styles = useStyles();
  const note = useGatheringAction<Note>((api, { personId, there }, idempotencyKey) =>
    api.send(there ? 'PUT' : 'DELETE', `/occurrences/${id}/attendance/${personId}`, { idempotencyKey }),
  );
  const there = attendance.people ?? [];
  const known = new Set(there.map((one) => one.id));
  const expected = people.filter(({ person, standing }) => standing !== 'waiting' && !known.has(person.id));
  const all: readonly PersonCard[] = [...there, ...expected.map(({ person }) => person)];
  return (
    <>
      <ul className={styles.list} aria-label="Who was there">
        {all.flatMap((person) =>
          person.id === undefined
            ? []
            : [
                <li key={person.id}>
                  <Checkbox
                    label={person.name}
                    checked={known.has(person.id)}
                    onChange={(_, { checked }) => note.mutate({ personId: person.id ?? '', there: checked === true })}
                  />
                </li>,
              ],
        )}
      </ul>
      <PersonPicker
        key={attendance.count}
        label="Somebody else"
        chosen={undefined}
        except={all.map((one) => one.id)}
        onChoose={(person) => person?.id && note.mutate({ personId: person.id, there: true })}
      />
      {note.error !== null && <Problem error={note.error} />}
    </>
  );
}
