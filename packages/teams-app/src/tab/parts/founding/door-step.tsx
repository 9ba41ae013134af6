import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import {
  communityLimits,
  entries,
  entryNames,
  type Entry,
  type Format,
  formatNames,
  formats,
  type Reach,
  reaches,
  reachNames,
} from '@copse/core/vocabulary';
import type { Founding, FoundingProblems } from './founding.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

const entryMeanings: Record<Entry, string> = {
  open: 'Anybody can join at once.',
  'on-request': 'Everybody sees it; a coordinator lets people in.',
  'by-invitation': 'Only members and invited people see it.',
};
const reachMeanings: Record<Reach, string> = {
  organisation: 'For people of this organisation only.',
  partners: 'Guests of partner organisations can take part.',
};

type Props = {
  readonly founding: Founding;
  readonly problems: FoundingProblems;
  readonly onChange: (change: Partial<Founding>) => void;
};

export function DoorStep({ founding: { visibility, reach, format, cadence }, problems, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Field label="Who may join">
        <RadioGroup value={visibility} onChange={(_, { value }) => onChange({ visibility: value as Entry })}>
          {entries.map((entry) => (
            <Radio key={entry} value={entry} label={`${entryNames[entry]}: ${entryMeanings[entry]}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="How far it reaches">
        <RadioGroup value={reach} onChange={(_, { value }) => onChange({ reach: value as Reach })}>
          {reaches.map((one) => (
            <Radio key={one} value={one} label={`${reachNames[one]}: ${reachMeanings[one]}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Format">
        <Select value={format} onChange={(_, { value }) => onChange({ format: value as Format })}>
          {formats.map((one) => (
            <option key={one} value={one}>
              {formatNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Rhythm"
        hint="How often do you come together?"
        {...(problems.cadence ? { validationMessage: problems.cadence } : {})}
      >
        <Input
          value={cadence}
          maxLength={communityLimits.cadence}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => onChange({ cadence: value })}
        />
      </Field>
    </div>
  );
}
