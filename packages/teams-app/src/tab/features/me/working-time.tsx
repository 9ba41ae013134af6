import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useSession } from '../../shell/session.tsx';
import type { ProfileForm } from './profile-form.ts';
import { deviceTimeZone, timeZones, weekdays } from './time-zones.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  zone: { flexGrow: 1, flexBasis: '14rem' },
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0, '& legend': { padding: 0 } },
  days: { display: 'flex', flexWrap: 'wrap' },
});

type Props = {
  readonly form: ProfileForm;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<ProfileForm>) => void;
};

/** Where and when somebody works, so that Copse is quiet otherwise. */
export function WorkingTime({ form: { timeZone, days, from, to }, problem, onChange }: Props) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const here = deviceTimeZone();
  return (
    <div className={styles.all}>
      <div className={styles.row}>
        <Field label="Time zone" className={styles.zone}>
          <Select value={timeZone} onChange={(_, { value }) => onChange({ timeZone: value })}>
            {timeZones(timeZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        {here !== timeZone && (
          <Button onClick={() => onChange({ timeZone: here })}>Use {here.replaceAll('_', ' ')}</Button>
        )}
      </div>
      <fieldset className={styles.fieldset}>
        <legend>Working days</legend>
        <div className={styles.days}>
          {weekdays(locale).map(({ day, name }) => (
            <Checkbox
              key={day}
              label={name}
              checked={days.includes(day)}
              onChange={(_, { checked }) =>
                onChange({ days: checked === true ? [...days, day] : days.filter((one) => one !== day) })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.row}>
        <Field label="From" {...(problem ? { validationMessage: problem } : {})}>
          <Input type="time" value={from} onChange={(_, { value }) => onChange({ from: value })} />
        </Field>
        <Field label="To">
          <Input type="time" value={to} onChange={(_, { value }) => onChange({ to: value })} />
        </Field>
      </div>
    </div>
  );
}
