import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { useState } from 'react';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { dayInWeekOf, type Turn } from '../../parts/gatherings/fair-timing.ts';
import { isOnOneWeekday, weekdayNames, weekdayOf } from '../../parts/gatherings/recurrence-form.ts';
import { timingOf } from '../../parts/gatherings/timing-form.ts';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { useSession } from '../../shell/session.tsx';
import { plannedWhen, useRotationAction } from './rotation-action.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  times: { display: 'flex', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '10rem' },
});

/** Ends the turns of a series from this date on: it is at one time again, which is chosen here. */
export default function EndTurnsDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const { series, timeZone } = date;
  const own = plannedWhen(date);
  const [when, setWhen] = useState(own);
  const timing = timingOf(when);
  const end = useRotationAction<Turn>(date, {
    path: 'rotation/end',
    done: 'The series is at one time again. Whoever comes is told.',
    onClose,
  });
  return (
    <FormDialog
      title="End the turns"
      action="End the turns"
      ready={timing !== undefined}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => timing && end.mutate({ startsLocal: timing.startsLocal, endsLocal: timing.endsLocal })}
      onClose={onClose}
    >
      <Text>
        From {shortMoment(date.startsAt, locale, zone)} on, all turns become one series again, always at the time that
        you choose here. What comes before stays as it is. Dates that stay on their day keep their answers and agenda,
        and whoever comes is told of the new time; of the others, that they are called off.
      </Text>
      <div className={styles.row}>
        {isOnOneWeekday(series.rule ?? '') && (
          <Field label="Weekday" className={styles.grow}>
            <Select
              value={String(weekdayOf(when.day))}
              onChange={(_, { value }) => setWhen({ ...when, day: dayInWeekOf(own.day, Number(value)) })}
            >
              {weekdayNames.map((name, at) => (
                <option key={name} value={at + 1}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <div className={styles.times}>
          <Field label="From" required>
            <Input type="time" value={when.from} onChange={(_, { value }) => setWhen({ ...when, from: value })} />
          </Field>
          <Field label="To" required>
            <Input type="time" value={when.to} onChange={(_, { value }) => setWhen({ ...when, to: value })} />
          </Field>
        </div>
      </div>
      <Text size={200}>On the clock of the series ({zoneName(timeZone)}).</Text>
    </FormDialog>
  );
}
