import { Field, Textarea } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { isRefusal } from '../../lib/say.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useApi } from '../../shell/session.tsx';
import { meetTheirs, outcomesIn, outcomesProblem, type RecapForm, recapFormOf } from './recap-form.ts';

type Writing = { readonly base: RecapForm; readonly revision: number; readonly form: RecapForm };
type Recap = { readonly recap: string; readonly outcomes: readonly string[] };

const writtenIn = (date: OccurrenceView) => recapFormOf(date.withheld?.recap ?? date);

/** Writes what came of it. Whoever saves second finds what the first one wrote beside their own. */
export default function RecapDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const api = useApi();
  const notices = useNotices();
  const [writing, setWriting] = useState((): Writing => {
    const base = writtenIn(date);
    return { base, revision: date.revision, form: base };
  });
  const [met, setMet] = useState(false);
  const { base, revision, form } = writing;
  const set = (part: Partial<RecapForm>) => setWriting({ ...writing, form: { ...form, ...part } });
  const write = useGatheringAction<Recap>(
    (_, body, idempotencyKey) => api.send('PUT', `/occurrences/${date.id}/recap`, { body, revision, idempotencyKey }),
    () => {
      notices.done('The recap is saved.');
      onClose();
    },
  );

  const meet = async () => {
    try {
      const latest = await api.get<OccurrenceView>(`/occurrences/${date.id}`);
      const theirs = writtenIn(latest);
      setWriting({ base: theirs, revision: latest.revision, form: meetTheirs(base, form, theirs) });
      setMet(true);
      write.reset();
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };
  const save = () => {
    setMet(false);
    write.mutate(
      { recap: form.recap, outcomes: outcomesIn(form.outcomes) },
      {
        onError: (error) => {
          if (isRefusal(error, 'changed-meanwhile')) void meet();
        },
      },
    );
  };
  const problem = outcomesProblem(form.outcomes);
  return (
    <FormDialog
      title="What came of it"
      action="Save the recap"
      ready={form.recap.trim() !== '' && problem === undefined}
      busy={write.isPending}
      error={isRefusal(write.error, 'changed-meanwhile') ? null : write.error}
      onConfirm={save}
      onClose={onClose}
    >
      <MarkdownField
        label="Recap"
        value={form.recap}
        max={gatheringLimits.recap}
        rows={8}
        onChange={(recap) => set({ recap })}
      />
      <Field
        label="Outcomes"
        hint="One to a line: what was decided, or will be tried."
        {...(problem ? { validationMessage: problem } : {})}
      >
        <Textarea
          value={form.outcomes}
          textarea={{ dir: 'auto', rows: 4 }}
          onChange={(_, { value }) => set({ outcomes: value })}
        />
      </Field>
      {met && <SavedMeanwhile kept="What they wrote stands below yours." />}
    </FormDialog>
  );
}
