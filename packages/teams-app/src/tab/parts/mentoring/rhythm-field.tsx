import { Field, Select } from '@fluentui/react-components';
import { type Rhythm, rhythmNames, rhythms } from '@copse/core/vocabulary';

type Props = { readonly value: Rhythm; readonly onChange: (rhythm: Rhythm) => void; readonly label?: string };

/** How often two people, or a circle, mean to meet. */
export function RhythmField({ value, onChange, label = 'How often' }: Props) {
  return (
    <Field label={label}>
      <Select
        value={value}
        onChange={(_, data) => onChange(rhythms.find((one) => one === data.value) ?? 'every-two-weeks')}
      >
        {rhythms.map((one) => (
          <option key={one} value={one}>
            {rhythmNames[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
