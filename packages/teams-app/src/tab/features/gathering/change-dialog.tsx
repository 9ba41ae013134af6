import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView, PersonCard } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { fieldMessage } from '../../lib/say.ts';
import { zoneName } from '../../lib/zoned.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNotices } from '../../shell/notices.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '12rem' },
});

type Edit = {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly title?: string | null;
  readonly venue: string | null;
  readonly meetingUrl: string | null;
  readonly hostId?: string | null;
};

/** Changes this one date and leaves the others as they are. */
export default function ChangeDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const styles = useStyles();
  const notices = useNotices();
  const was = date.withheld?.text ?? { title: date.title, seriesTitle: date.series.title };
  const [form, setForm] = useState({
    startsLocal: date.startsLocal,
    endsLocal: date.endsLocal,
    title: was.title,
    venue: date.venue ?? '',
    meetingUrl: date.meetingUrl ?? '',
  });
  const [host, setHost] = useState<PersonCard | undefined>(() => ownHost(date));
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const change = useGatheringAction<Edit>(
    (api, body, idempotencyKey) =>
      api.send('PATCH', `/occurrences/${date.id}`, { body, revision: date.revision, idempotencyKey }),
    () => {
      notices.done('It is changed. Whoever comes is told of a new time or place.');
      onClose();
    },
  );
  const ownOrSeries = (value: string, series: string | undefined) =>
    value.trim() === (series ?? '') || value.trim() === '' ? null : value.trim();
  const submit = () =>
    change.mutate({
      startsLocal: form.startsLocal,
      endsLocal: form.endsLocal,
      // Whoever does not see the title must not write over it.
      ...(form.title === was.title ? {} : { title: ownOrSeries(form.title, was.seriesTitle) }),
      venue: ownOrSeries(form.venue, date.series.venue),
      meetingUrl: ownOrSeries(form.meetingUrl, date.series.meetingUrl),
      ...(host?.id === ownHost(date)?.id ? {} : { hostId: host?.id ?? null }),
    });
  const problem = fieldMessage(change.error, 'meetingUrl');
  return (
    <FormDialog
      title="Change this date"
      action="Save"
      ready={form.startsLocal !== '' && form.endsLocal !== ''}
      busy={change.isPending}
      error={change.error}
      onConfirm={submit}
      onClose={onClose}
    >
      <Text>Only this date changes. Times are on the clock of {zoneName(date.timeZone)}.</Text>
      <div className={styles.row}>
        <Field label="From" className={styles.grow} required>
          <Input
            type="datetime-local"
            value={form.startsLocal}
            onChange={(_, { value }) => set({ startsLocal: value.slice(0, 16) })}
          />
        </Field>
        <Field label="To" className={styles.grow} required>
          <Input
            type="datetime-local"
            value={form.endsLocal}
            onChange={(_, { value }) => set({ endsLocal: value.slice(0, 16) })}
          />
        </Field>
      </div>
      <Field label="Title">
        <Input
          value={form.title}
          maxLength={gatheringLimits.title}
          onChange={(_, { value }) => set({ title: value })}
        />
      </Field>
      <Field label="Place">
        <Input
          value={form.venue}
          maxLength={gatheringLimits.venue}
          onChange={(_, { value }) => set({ venue: value })}
        />
      </Field>
      <PersonPicker
        label="Host"
        hint="Whoever stands in on this date; empty: all hosts together."
        chosen={host}
        onChoose={setHost}
      />
      <Field label="Link of the meeting" {...(problem ? { validationMessage: problem } : {})}>
        <Input type="url" value={form.meetingUrl} onChange={(_, { value }) => set({ meetingUrl: value })} />
      </Field>
    </FormDialog>
  );
}

/** Whose date this is; nobody's, where all hosts of the series do it together. */
function ownHost({ hosts, series }: OccurrenceView): PersonCard | undefined {
  const idsOf = (people: readonly PersonCard[]) => people.map(({ id }) => id).join(' ');
  return idsOf(hosts) === idsOf(series.hosts) ? undefined : hosts[0];
}
