import { reportReasonNames, reportReasons, type Subject, trustLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';

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
  const sending = useAction();
  return (
    <ReasonForm
      title="Report"
      legend="What is wrong?"
      reasons={reportReasons}
      names={reportReasonNames}
      usual="unkind"
      noteLabel="A word to the stewards"
      noteMax={trustLimits.note}
      noteRows={2}
      busy={sending.busy}
      failure={sending.failure}
      onSubmit={(given) => sending.run((key) => api.report({ subject, ...given }, key), onTold)}
      onClose={onClose}
    />
  );
}
