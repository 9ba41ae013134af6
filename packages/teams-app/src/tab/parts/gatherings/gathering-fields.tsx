import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
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
import type { ReactNode } from 'react';
import { fieldMessage } from '../../lib/say.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { MarkdownField } from '../markdown-field.tsx';
import type { GatheringForm, Place } from './gathering-form.ts';
import { HostsField } from './hosts-field.tsx';
import { TimingFields } from './timing-fields.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '10rem' },
});

type Props = {
  readonly form: GatheringForm;
  readonly error: unknown;
  /** It is there already and is being changed. */
  readonly runs?: boolean;
  /** A meeting in Teams can be created. */
  readonly offersMeeting?: boolean;
  /** How many times it takes in turn, where it does. */
  readonly turns?: number | undefined;
  /** Stands below the timing. */
  readonly children?: ReactNode;
  readonly onChange: (part: Partial<GatheringForm>) => void;
};

/** What a gathering is, when, where and with whom: the same fields for planning and for changing it. */
export function GatheringFields({
  form,
  error,
  runs = false,
  offersMeeting = false,
  turns,
  children,
  onChange,
}: Props) {
  const styles = useStyles();
  const { title, format, visibility, when, hosts, rotates, description } = form;
  const problem = fieldMessage(error, 'title');
  return (
    <>
      <Field label="Title" required {...(problem ? { validationMessage: problem } : {})}>
        <Input
          value={title}
          maxLength={gatheringLimits.title}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => onChange({ title: value })}
        />
      </Field>
      <div className={styles.row}>
        <Field label="What it is like" className={styles.grow} hint={gatheringFormatNames[format].means}>
          <Select value={format} onChange={(_, { value }) => onChange({ format: value as GatheringFormat })}>
            {gatheringFormats.map((one) => (
              <option key={one} value={one}>
                {gatheringFormatNames[one].name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Who may come" className={styles.grow}>
          <Select
            value={visibility}
            onChange={(_, { value }) => onChange({ visibility: value as GatheringVisibility })}
          >
            {gatheringVisibilities.map((one) => (
              <option key={one} value={one}>
                {visibilityNames[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <TimingFields
        form={when}
        runs={runs}
        turns={turns}
        onChange={(part) => onChange({ when: { ...when, ...part } })}
      />
      {children}
      <PlaceFields place={form} error={error} offersMeeting={offersMeeting} onChange={onChange} />
      <HostsField
        hosts={hosts}
        rotates={rotates}
        recurs={when.recurrence.every !== 'once'}
        {...(runs ? { whenNone: 'Choose at least one.' } : {})}
        onChange={(some, turns) => onChange({ hosts: some, rotates: turns })}
      />
      <MarkdownField
        label="What it is about"
        value={description}
        max={gatheringLimits.description}
        rows={4}
        onChange={(text) => onChange({ description: text })}
      />
    </>
  );
}

type PlaceProps = {
  readonly place: Place;
  readonly error: unknown;
  readonly offersMeeting: boolean;
  readonly onChange: (part: Partial<Place>) => void;
};

function PlaceFields({ place, error, offersMeeting, onChange }: PlaceProps) {
  const { mode, withMeeting, meetingUrl, venue, capacity } = place;
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
      {mode !== 'on-site' && offersMeeting && (
        <Field hint="You become its organiser, and everybody finds the link here and in their calendars.">
          <Checkbox
            label="Create a Teams meeting"
            checked={withMeeting}
            onChange={(_, { checked }) => onChange({ withMeeting: checked === true })}
          />
        </Field>
      )}
      {mode !== 'on-site' && !withMeeting && (
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
