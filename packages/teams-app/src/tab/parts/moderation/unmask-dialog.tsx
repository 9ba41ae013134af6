import { Field, Text, Textarea } from '@fluentui/react-components';
import { type Subject, trustLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useAskToUnmask } from './ask-to-unmask.ts';
import { subjectNames } from './words.ts';

const { min, max } = trustLimits.unmaskingReason;

/** The first of the two stewards who are needed to find out who wrote something. */
export default function UnmaskDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const notices = useNotices();
  const ask = useAskToUnmask(() => {
    notices.done('Another steward decides now, under “Moderation”.');
    onClose();
  });
  return (
    <FormDialog
      title={`Find out who wrote this ${subjectNames[subject.kind]}`}
      action="Ask a second steward"
      ready={reason.trim().length >= min}
      busy={ask.isPending}
      error={ask.error}
      onConfirm={() => ask.mutate({ subject, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>
        Somebody wrote this trusting that their name is hidden. Two stewards must agree, and only when it does real
        harm. The author sees that it was asked, by whom, and why. It cannot be undone.
      </Text>
      <Field label="Reason" hint={`At least ${min} characters. The author reads it.`} required>
        <Textarea
          value={reason}
          maxLength={max}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
