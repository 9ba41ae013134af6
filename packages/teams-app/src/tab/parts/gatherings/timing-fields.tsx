import { Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { Problem } from '../problem.tsx';
import { type GivenTiming, usePreviewDates } from './preview-dates.ts';
import { type Recurrence, recurrenceChoices, weekdayOf } from './recurrence-form.ts';
import { type TimingForm, timingOf } from './timing-form.ts';
import { useMyZone } from './zone.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  times: { display: 'flex', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '10rem' },
  days: { display: 'flex', flexWrap: 'wrap' },
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0, '& legend': { padding: 0 } },
  preview: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& ol': { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  },
});

type Props = {
  readonly form: TimingForm;
  /** Of a series that runs, the day is its first one, which may be long past. */
  readonly runs?: boolean;
  /** How many times it takes in turn, where it does: then `form` is of the first. */
  readonly turns?: number | undefined;
  readonly onChange: (part: Partial<TimingForm>) => void;
};

/** When it is, how it recurs in plain choices, and the next dates that come of it. */
export function TimingFields({ form, runs = false, turns, onChange }: Props) {
  const styles = useStyles();
  const { day, from, to, timeZone } = form;
  return (
    <>
      <div className={styles.row}>
        <Field label={runs ? 'First day' : 'Day'} required className={styles.grow}>
          <Input type="date" value={day} onChange={(_, { value }) => onChange({ day: value })} />
        </Field>
        <div className={styles.times}>
          <Field label="From" required>
            <Input type="time" value={from} onChange={(_, { value }) => onChange({ from: value })} />
          </Field>
          <Field label="To" required>
            <Input type="time" value={to} onChange={(_, { value }) => onChange({ to: value })} />
          </Field>
        </div>
      </div>
      <Field label="On the clock of" hint="It stays at this local time when the clocks change.">
        <Select value={timeZone} onChange={(_, { value }) => onChange({ timeZone: value })}>
          {zonesWith(timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      {day && <RecurrenceFields form={form} onChange={onChange} />}
      <Preview timing={timingOf(form)} turns={turns} />
    </>
  );
}

function zonesWith(current: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes('UTC') ? known : ['UTC', ...known];
  return all.includes(current) ? all : [current, ...all];
}

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function RecurrenceFields({ form: { day, recurrence }, onChange }: Props) {
  const styles = useStyles();
  const { every, days, ends, until, count, rule } = recurrence;
  const set = (part: Partial<Recurrence>) => onChange({ recurrence: { ...recurrence, ...part } });
  const chosen = days.length > 0 ? days : [weekdayOf(day)];
  return (
    <>
      <Field label="How often">
        <Select value={every} onChange={(_, { value }) => set({ every: value as Recurrence['every'], days: [] })}>
          {recurrenceChoices(day).map((choice) => (
            <option key={choice.every} value={choice.every}>
              {choice.name}
            </option>
          ))}
        </Select>
      </Field>
      {(every === 'week' || every === 'fortnight') && (
        <fieldset className={styles.fieldset}>
          <legend>On</legend>
          <div className={styles.days}>
            {DAY_NAMES.map((name, at) => (
              <Checkbox
                key={name}
                label={name}
                checked={chosen.includes(at + 1)}
                onChange={(_, { checked }) =>
                  set({ days: checked === true ? [...chosen, at + 1] : chosen.filter((one) => one !== at + 1) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {every === 'rule' && (
        <Field label="Rule" hint="As in a calendar file, for example FREQ=MONTHLY;BYDAY=2TU,4TU">
          <Input value={rule} maxLength={300} onChange={(_, { value }) => set({ rule: value })} />
        </Field>
      )}
      {every !== 'once' && every !== 'rule' && (
        <div className={styles.row}>
          <Field label="Until" className={styles.grow}>
            <Select value={ends} onChange={(_, { value }) => set({ ends: value as Recurrence['ends'] })}>
              <option value="never">It goes on</option>
              <option value="on">A last day</option>
              <option value="after">A number of dates</option>
            </Select>
          </Field>
          {ends === 'on' && (
            <Field label="Last day" className={styles.grow}>
              <Input type="date" value={until} min={day} onChange={(_, { value }) => set({ until: value })} />
            </Field>
          )}
          {ends === 'after' && (
            <Field label="Dates">
              <Input type="number" min={1} max={520} value={count} onChange={(_, { value }) => set({ count: value })} />
            </Field>
          )}
        </div>
      )}
    </>
  );
}

function Preview({ timing, turns }: { timing: GivenTiming | undefined; turns: number | undefined }) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const preview = usePreviewDates(timing);
  if (!timing) return null;
  if (preview.error) return <Problem error={preview.error} />;
  if (!preview.data) return null;
  const { recurs, dates } = preview.data;
  if (turns !== undefined) {
    return (
      <div className={styles.preview} aria-live="polite">
        <Text>
          {recurs}, in {turns} turns: the dates change between the times that you have taken below.
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.preview} aria-live="polite">
      <Text block weight="semibold">
        {recurs ?? 'Once'}, by your clock ({zoneName(zone)}):
      </Text>
      <ol>
        {dates.slice(0, 5).map(({ startsAt }) => (
          <li key={startsAt}>{shortMoment(startsAt, locale, zone)}</li>
        ))}
      </ol>
    </div>
  );
}
