import { Field, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components';
import { type ReportReason, reportReasonNames, reportReasons, type Subject, trustLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useReport } from './report.ts';
import { subjectNames } from './words.ts';

/** Reports something to the stewards. */
export default function ReportDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const [reason, setReason] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const notices = useNotices();
  const report = useReport(() => {
    notices.done('Thank you. A steward will look at it.');
    onClose();
  });
  const send = () => {
    if (!reason) return;
    report.mutate({ subject, reason, ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    <FormDialog
      title={`Report this ${subjectNames[subject.kind]}`}
      action="Send report"
      ready={reason !== undefined}
      busy={report.isPending}
      error={report.error}
      onConfirm={send}
      onClose={onClose}
    >
      <Text>Only the community’s stewards see your report. The author never learns who sent it.</Text>
      <Field label="What is the matter?" required>
        <RadioGroup value={reason ?? ''} onChange={(_, { value }) => setReason(value as ReportReason)}>
          {reportReasons.map((one) => (
            <Radio key={one} value={one} label={reportReasonNames[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="More about it" hint="Optional.">
        <Textarea
          value={note}
          maxLength={trustLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </FormDialog>
  );
}
