import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { PersonCard } from '@copse/core/contracts';
import {
  type GatheringFormat,
  gatheringFormatNames,
  gatheringFormats,
  gatheringLimits,
  type GatheringMode,
  gatheringModeNames,
  gatheringModes,
  gatheringVisibilities,
  type GatheringVisibility,
} from '@copse/core/vocabulary';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { today } from '../../lib/dates.ts';
import { fieldMessage } from '../../lib/say.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { MarkdownField } from '../markdown-field.tsx';
import { HostsField } from './hosts-field.tsx';
import { once } from './recurrence-form.ts';
import { useScheduleGathering } from './schedule-gathering.ts';
import { type TimingForm, TimingFields, timingOf } from './timing-fields.tsx';
import { useMyZone } from './zone.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '10rem' },
});

type Place = {
  readonly mode: GatheringMode;
  readonly meetingUrl: string;
  readonly venue: string;
  readonly capacity: string;
};

/** Plans a gathering or a series: what, when, where and who. */
export default function ScheduleDialog({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const styles = useStyles();
  const zone = useMyZone();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [format, setFormat] = useState<GatheringFormat>('meeting');
  const [visibility, setVisibility] = useState<GatheringVisibility>('organisation');
  const [place, setPlace] = useState<Place>({ mode: 'online', meetingUrl: '', venue: '', capacity: '' });
  const [hosting, setHosting] = useState<{ hosts: readonly PersonCard[]; rotates: boolean }>({
    hosts: [],
    rotates: false,
  });
  const [when, setWhen] = useState<TimingForm>({
    day: today(),
    from: '10:00',
    to: '11:00',
    timeZone: zone,
    recurrence: once,
  });
  const schedule = useScheduleGathering(({ id, recurs }) => {
    notices.done(recurs ? 'The series is scheduled.' : 'It is scheduled.');
    onClose();
    navigate(`/gatherings/${id}`);
  });
  const timing = timingOf(when);
  const { mode, meetingUrl, venue, capacity } = place;
  const submit = () => {
    if (!timing) return;
    schedule.mutate({
      communityId,
      title: title.trim(),
      description,
      format,
      mode,
      visibility,
      ...timing,
      ...(mode !== 'on-site' && meetingUrl.trim() ? { meetingUrl: meetingUrl.trim() } : {}),
      ...(mode !== 'online' && venue.trim() ? { venue: venue.trim() } : {}),
      ...(Number(capacity) > 0 ? { capacity: Math.trunc(Number(capacity)) } : {}),
      hostIds: hosting.hosts.flatMap(({ id }) => (id ? [id] : [])),
      rotates: hosting.rotates && hosting.hosts.length > 1,
    });
  };
  const problem = fieldMessage(schedule.error, 'title');
  return (
    <FormDialog
      title="Schedule a gathering"
      action="Schedule it"
      ready={title.trim().length >= 3 && timing !== undefined}
      busy={schedule.isPending}
      error={schedule.error}
      onConfirm={submit}
      onClose={onClose}
    >
      <Field label="Title" required {...(problem ? { validationMessage: problem } : {})}>
        <Input
          value={title}
          maxLength={gatheringLimits.title}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setTitle(value)}
        />
      </Field>
      <div className={styles.row}>
        <Field label="What it is like" className={styles.grow} hint={gatheringFormatNames[format].means}>
          <Select value={format} onChange={(_, { value }) => setFormat(value as GatheringFormat)}>
            {gatheringFormats.map((one) => (
              <option key={one} value={one}>
                {gatheringFormatNames[one].name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Who may come" className={styles.grow}>
          <Select value={visibility} onChange={(_, { value }) => setVisibility(value as GatheringVisibility)}>
            {gatheringVisibilities.map((one) => (
              <option key={one} value={one}>
                {visibilityNames[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <TimingFields form={when} onChange={(part) => setWhen({ ...when, ...part })} />
      <PlaceFields place={place} error={schedule.error} onChange={(part) => setPlace({ ...place, ...part })} />
      <HostsField
        {...hosting}
        recurs={when.recurrence.every !== 'once'}
        onChange={(hosts, rotates) => setHosting({ hosts, rotates })}
      />
      <MarkdownField
        label="What it is about"
        value={description}
        max={gatheringLimits.description}
        rows={4}
        onChange={setDescription}
      />
    </FormDialog>
  );
}

type PlaceProps = {
  readonly place: Place;
  readonly error: unknown;
  readonly onChange: (part: Partial<Place>) => void;
};

function PlaceFields({ place: { mode, meetingUrl, venue, capacity }, error, onChange }: PlaceProps) {
  const styles = useStyles();
  const problem = fieldMessage(error, 'meetingUrl');
  return (
    <>
      <div className={styles.row}>
        <Field label="Where" className={styles.grow}>
          <Select value={mode} onChange={(_, { value }) => onChange({ mode: value as GatheringMode })}>
            {gatheringModes.map((one) => (
              <option key={one} value={one}>
                {gatheringModeNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Places" hint="Empty: as many as come">
          <Input type="number" min={1} value={capacity} onChange={(_, { value }) => onChange({ capacity: value })} />
        </Field>
      </div>
      {mode !== 'online' && (
        <Field label="Place" hint="A room, a building, a street">
          <Input
            value={venue}
            maxLength={gatheringLimits.venue}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => onChange({ venue: value })}
          />
        </Field>
      )}
      {mode !== 'on-site' && (
        <Field
          label="Link of the meeting"
          hint="Paste the link of a Teams meeting; it can also be added later."
          {...(problem ? { validationMessage: problem } : {})}
        >
          <Input type="url" value={meetingUrl} onChange={(_, { value }) => onChange({ meetingUrl: value })} />
        </Field>
      )}
    </>
  );
}
