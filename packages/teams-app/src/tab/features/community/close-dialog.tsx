import { Field, Text, Textarea } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { communityLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useCloseCommunity } from './close-community.ts';

export default function CloseDialog({
  community: { id, name },
  onClose,
}: {
  community: CommunityView;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const notices = useNotices();
  const close = useCloseCommunity(id, () => {
    notices.done(`${name} is closed. Thank you for what it was.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Close ${name}?`}
      action="Close the community"
      ready={reason.trim().length >= 3}
      busy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate({ reason })}
      onClose={onClose}
    >
      <Text>
        Nobody can join or write in a closed community. Its practices stay readable, members stay named, and a
        coordinator can reopen it at any time. Its gatherings to come are called off for good, and whoever wanted to
        come is told.
      </Text>
      <Field label="Why does it close?" hint="Members will read this. A word of thanks is welcome." required>
        <Textarea
          value={reason}
          maxLength={communityLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
