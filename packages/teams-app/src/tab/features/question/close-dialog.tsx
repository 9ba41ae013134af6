import { Field, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components';
import { type CloseReason, closeReasons, questionLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useCloseQuestion } from './close-question.ts';
import { useReopenQuestion } from './reopen-question.ts';
import { closeReasonNames } from './words.ts';

/** Says that no more answers are looked for, and why. */
export default function CloseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState<CloseReason>();
  const [note, setNote] = useState('');
  const notices = useNotices();
  const reopen = useReopenQuestion(id);
  const close = useCloseQuestion(id, () => {
    notices.done('Closed. It stays readable.', { run: () => reopen.mutate() });
    onClose();
  });
  return (
    <FormDialog
      title="Close this question"
      action="Close the question"
      ready={reason !== undefined}
      busy={close.isPending}
      error={close.error}
      onConfirm={() => reason && close.mutate({ reason, ...(note.trim() ? { note: note.trim() } : {}) })}
      onClose={onClose}
    >
      <Text>It stays readable with its answers, takes comments, and can be reopened.</Text>
      <Field label="Why?" required>
        <RadioGroup value={reason ?? ''} onChange={(_, { value }) => setReason(value as CloseReason)}>
          {closeReasons.map((one) => (
            <Radio key={one} value={one} label={closeReasonNames[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="A word about it" hint="Optional. Where was it solved, or what would make it fit?">
        <Textarea
          value={note}
          maxLength={questionLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </FormDialog>
  );
}
