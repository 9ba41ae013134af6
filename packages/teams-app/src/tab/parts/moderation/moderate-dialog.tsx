import { Field, Text, Textarea } from '@fluentui/react-components';
import { type ModerationAction, type Subject, trustLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useModerate } from './moderate.ts';
import { moderationWords, subjectNames } from './words.ts';

type Props = { readonly subject: Subject; readonly action: ModerationAction; readonly onClose: () => void };

/** Decides about something that was written, with the reason that goes on record. */
export default function ModerateDialog({ subject, action, onClose }: Props) {
  const [reason, setReason] = useState('');
  const notices = useNotices();
  const { verb, means, done } = moderationWords[action];
  const moderate = useModerate(() => {
    notices.done(done);
    onClose();
  });
  return (
    <FormDialog
      title={`${verb}: ${subjectNames[subject.kind]}`}
      action={verb}
      ready={reason.trim().length >= 3}
      busy={moderate.isPending}
      error={moderate.error}
      onConfirm={() => moderate.mutate({ subject, action, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text>{means}</Text>
      <Field
        label="Reason"
        hint={
          action === 'dismiss'
            ? 'It stands in the record, with your name.'
            : 'The author reads it, and it stands in the record, with your name.'
        }
        required
      >
        <Textarea
          value={reason}
          maxLength={trustLimits.reason}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
