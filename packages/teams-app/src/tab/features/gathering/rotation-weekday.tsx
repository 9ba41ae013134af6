import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { FairHours } from '@copse/core/contracts';
import { weekdaysText } from '../../parts/gatherings/recurrence-form.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

type Props = {
  readonly days: NonNullable<FairHours['days']>;
  readonly onChoose: (keepsDays: boolean) => void;
};

/** On which weekdays the turns are: where that can be chosen, before anything is proposed on another one. */
export function RotationWeekday({ days: { weekdays, dayOff, mayMove, kept }, onChoose }: Props) {
  const styles = useStyles();
  const named = weekdaysText(weekdays);
  if (!mayMove) {
    return (
      <Text className={styles.quiet}>
        {weekdays.length < 7 ? `It stays on its days (${named})` : 'It keeps its days'}; only the hours take turns.
        {dayOff && ' Most members have these days off.'}
      </Text>
    );
  }
  return (
    <Field
      label="Weekday"
      hint={
        dayOff
          ? `This series meets on ${named}, when most members have a day off.`
          : `This series meets on ${named}, when most members work.`
      }
    >
      <RadioGroup value={kept ? 'kept' : 'free'} onChange={(_, { value }) => onChoose(value === 'kept')}>
        <Radio value="kept" label={`Stay on ${named}`} />
        <Radio value="free" label="Move to the days that ask least of the members" />
      </RadioGroup>
    </Field>
  );
}
