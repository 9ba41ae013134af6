import { Field, Textarea } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { useNotices } from '../../shell/notices.tsx';

type Recap = { readonly recap: string; readonly outcomes: readonly string[] };

export default function RecapDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const written = date.withheld?.recap ?? date;
  const [recap, setRecap] = useState(written.recap ?? '');
  const [outcomes, setOutcomes] = useState(written.outcomes.join('\n'));
  const notices = useNotices();
  const write = useGatheringAction<Recap>(
    (api, body, idempotencyKey) => api.send('PUT', `/occurrences/${date.id}/recap`, { body, idempotencyKey }),
    () => {
      notices.done('The recap is saved.');
      onClose();
    },
  );
  const lines = outcomes
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 3);
  return (
    <FormDialog
      title="What came of it"
      action="Save the recap"
      ready={recap.trim() !== ''}
      busy={write.isPending}
      error={write.error}
      onConfirm={() => write.mutate({ recap, outcomes: lines.slice(0, gatheringLimits.outcomes) })}
      onClose={onClose}
    >
      <MarkdownField label="Recap" value={recap} max={gatheringLimits.recap} rows={8} onChange={setRecap} />
      <Field label="Outcomes" hint="One to a line: what was decided, or will be tried.">
        <Textarea
          value={outcomes}
          textarea={{ dir: 'auto', rows: 4 }}
          onChange={(_, { value }) => setOutcomes(value)}
        />
      </Field>
    </FormDialog>
  );
}
