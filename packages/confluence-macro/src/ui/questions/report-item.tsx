import { type ReportReason, reportReasonNames, reportReasons, type Subject, trustLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';

/** Tells the stewards that something is wrong with what was written; nobody learns who did. */
export function ReportItem({ subject }: { subject: Subject }) {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState(false);
  if (told) {
    return (
      <span className="subtle small" role="status">
        Reported: the stewards look at it. Nobody learns that it was you.
      </span>
    );
  }
  if (!open) {
    return (
      <Button look="subtle" small onClick={() => setOpen(true)}>
        Report
      </Button>
    );
  }
  return <ReportForm subject={subject} onTold={() => setTold(true)} onClose={() => setOpen(false)} />;
}

type Props = { readonly subject: Subject; readonly onTold: () => void; readonly onClose: () => void };

function ReportForm({ subject, onTold, onClose }: Props) {
  const [reason, setReason] = useState<ReportReason>('unkind');
  const [note, setNote] = useState('');
  const sending = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    sending.run((key) => api.report({ subject, reason, ...(words === '' ? {} : { note: words }) }, key), onTold);
  };

  return (
    <Panel label="Report" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Choice
          legend="What is wrong?"
          value={reason}
          onChange={setReason}
          options={reportReasons.map((value) => ({ value, label: reportReasonNames[value] }))}
        />
        <Field label="A word to the stewards" optional>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              dir="auto"
              rows={2}
              value={note}
              maxLength={trustLimits.note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ActionFailure failure={sending.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={sending.busy}>
            Report
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
