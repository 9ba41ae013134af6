import { Field, Input, Text } from '@fluentui/react-components';
import type { PostingView } from '@copse/core/contracts';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEditPosting } from './edit-posting.ts';

type Props = { readonly communityId: string; readonly posting: PostingView; readonly onClose: () => void };

/** Takes the address of a webhook, which is written once and never shown again. */
export default function WebhookDialog({ communityId, posting: { webhook, places }, onClose }: Props) {
  const [url, setUrl] = useState('');
  const notices = useNotices();
  const edit = useEditPosting(communityId, () => {
    notices.done('The address is kept under lock. Copse posts there from now on.');
    onClose();
  });
  const byBot = places.some(({ by }) => by === 'bot');
  return (
    <FormDialog
      title="Post by a webhook"
      action="Keep the address"
      ready={url.trim().startsWith('https://')}
      busy={edit.isPending}
      error={edit.error}
      onConfirm={() => edit.mutate({ webhookUrl: url.trim() })}
      onClose={onClose}
    >
      <Text>
        For channels without the Copse bot. In Teams, open the channel’s menu, choose “Workflows” and the template “Post
        to a channel when a webhook request is received”, and copy the address that it gives you.
      </Text>
      {byBot && <Text>The bot is in a connected channel and posts there; the webhook is used once it is not.</Text>}
      <Field
        label="Address"
        hint="Whoever knows it can post to the channel, so Copse keeps it sealed and never shows it again."
        required
      >
        <Input
          type="url"
          value={url}
          maxLength={1000}
          autoComplete="off"
          placeholder={webhook ? `A new one in place of the one at ${webhook.host}` : 'https://'}
          onChange={(_, { value }) => setUrl(value)}
        />
      </Field>
    </FormDialog>
  );
}
