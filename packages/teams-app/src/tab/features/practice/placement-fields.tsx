import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type PracticeVisibility, practiceVisibilities } from '@copse/core/vocabulary';
import { today } from '../../lib/dates.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import type { PracticeForm } from './edit-form.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
});

type Props = {
  readonly communityId: string;
  readonly form: PracticeForm;
  readonly onChange: (part: Partial<PracticeForm>) => void;
};

/** Who may read it, when it should be looked at again, and who owns it. None of this makes a new version. */
export function PlacementFields({ communityId, form: { visibility, reviewBy, owner }, onChange }: Props) {
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
      <PersonPicker
        label="Owner"
        hint="A member who looks after it from now on."
        communityId={communityId}
        chosen={{ ...owner, guest: false }}
        onChoose={(person) => person?.id && onChange({ owner: { id: person.id, name: person.name } })}
      />
    </div>
  );
}
