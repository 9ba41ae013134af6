import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type PracticeVisibility, practiceVisibilities } from '@copse/core/vocabulary';
import { today } from '../../lib/dates.ts';
import type { PracticeForm } from './edit-form.ts';
import { visibilityNames } from './particulars.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
});

type Props = { readonly form: PracticeForm; readonly onChange: (part: Partial<PracticeForm>) => void };

/** Who may read it, and when it should be looked at again. Neither makes a new version. */
export function PlacementFields({ form: { visibility, reviewBy }, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label="Who may read it, once proposed">
        <Select value={visibility} onChange={(_, { value }) => onChange({ visibility: value as PracticeVisibility })}>
          {practiceVisibilities.map((one) => (
            <option key={one} value={one}>
              {visibilityNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Review it by">
        <Input type="date" min={today()} value={reviewBy} onChange={(_, { value }) => onChange({ reviewBy: value })} />
      </Field>
    </div>
  );
}
