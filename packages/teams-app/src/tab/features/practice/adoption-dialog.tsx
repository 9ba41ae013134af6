import { Field, Input, makeStyles, Radio, RadioGroup, Select, Textarea, tokens } from '@fluentui/react-components';
import {
  type AdoptionKind,
  type AdoptionOutcome,
  adoptionOutcomes,
  practiceLimits as limits,
} from '@copse/core/vocabulary';
import { useState } from 'react';
import { useDraft } from '../../shell/draft.ts';
import { fieldMessage } from '../../lib/say.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import {
  adoptionBody,
  type AdoptionForm,
  type AdoptionProblems,
  adoptionProblems,
  emptyAdoption,
} from './adoption-form.ts';
import { outcomeNames } from './adoption-words.ts';
import { useRecordAdoption } from './record-adoption.ts';

const useStyles = makeStyles({
  measure: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    '& > :first-child': { gridColumn: '1 / -1' },
  },
  number: { minWidth: 0 },
});

/** Records that a team uses the practice, or what happened when it tried. */
export default function AdoptionDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const styles = useStyles();
  const { value: form, change, settle } = useDraft<AdoptionForm>(`adoption.${id}`, emptyAdoption);
  const [problems, setProblems] = useState<AdoptionProblems>({});
  const notices = useNotices();
  const record = useRecordAdoption(id, () => {
    settle();
    notices.done('Recorded. Thank you for telling.');
    onClose();
  });
  const set = (part: Partial<AdoptionForm>) => change({ ...form, ...part });
  const submit = () => {
    const open = adoptionProblems(form);
    setProblems(open);
    if (Object.keys(open).length === 0) record.mutate(adoptionBody(form));
  };
  const message = (field: keyof AdoptionProblems) => {
    const words = problems[field] ?? fieldMessage(record.error, field);
    return words ? { validationMessage: words } : {};
  };

  return (
    <FormDialog
      title="Tell how it went"
      action="Record"
      busy={record.isPending}
      error={record.error}
      onConfirm={submit}
      onClose={onClose}
    >
      <Field label="What did your team do?">
        <RadioGroup value={form.kind} onChange={(_, { value }) => set({ kind: value as AdoptionKind })}>
          <Radio value="uses" label="We use this" />
          <Radio value="tried" label="We tried it" />
        </RadioGroup>
      </Field>
      <Field label="Team or project" required {...message('team')}>
        <Input
          value={form.team}
          maxLength={limits.team}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => set({ team: value })}
        />
      </Field>
      <Field label="Outcome" required={form.kind === 'tried'} {...message('outcome')}>
        <Select value={form.outcome} onChange={(_, { value }) => set({ outcome: value as AdoptionOutcome | '' })}>
          <option value="">{form.kind === 'tried' ? 'Choose' : 'Not said'}</option>
          {adoptionOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomeNames[outcome]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What happened?" hint="Optional, in Markdown. What would you tell a colleague who wants to try?">
        <Textarea
          value={form.story}
          maxLength={limits.story}
          rows={4}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => set({ story: value })}
        />
      </Field>
      <div className={styles.measure}>
        <Field label="Measure" hint="Optional: a number that shows the difference." {...message('measure')}>
          <Input
            className={styles.number}
            value={form.measure}
            maxLength={limits.measure}
            placeholder="Lead time"
            onChange={(_, { value }) => set({ measure: value })}
          />
        </Field>
        <Field label="Before" {...message('before')}>
          <Input
            className={styles.number}
            value={form.before}
            inputMode="decimal"
            onChange={(_, { value }) => set({ before: value })}
          />
        </Field>
        <Field label="After" {...message('after')}>
          <Input
            className={styles.number}
            value={form.after}
            inputMode="decimal"
            onChange={(_, { value }) => set({ after: value })}
          />
        </Field>
        <Field label="Unit">
          <Input
            className={styles.number}
            value={form.unit}
            maxLength={limits.unit}
            placeholder="days"
            onChange={(_, { value }) => set({ unit: value })}
          />
        </Field>
      </div>
    </FormDialog>
  );
}
