import { Field, Text, Textarea } from '@fluentui/react-components';
import { communityLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../shell/notices.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useJoinCommunity } from './join-community.ts';

type Props = { readonly id: string; readonly name: string; readonly onClose: () => void };

/** Sends a request with a word about oneself. */
export default function AskToJoin({ id, name, onClose }: Props) {
  const [message, setMessage] = useState('');
  const notices = useNotices();
  const join = useJoinCommunity(id, () => {
    notices.done(`Your request to ${name} was sent.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Ask to join ${name}`}
      action="Send request"
      busy={join.isPending}
      error={join.error}
      onConfirm={() => join.mutate(message.trim() ? { message } : {})}
      onClose={onClose}
    >
      <Text>A coordinator reads your request and answers it.</Text>
      <Field label="A word about you" hint="Optional: what brings you here?">
        <Textarea
          value={message}
          maxLength={communityLimits.note}
          onChange={(_, data) => setMessage(data.value)}
          textarea={{ dir: 'auto' }}
        />
      </Field>
    </FormDialog>
  );
}
