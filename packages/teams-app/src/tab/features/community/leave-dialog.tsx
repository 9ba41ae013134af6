import { Text } from '@fluentui/react-components';
import type { CommunityView, PersonCard } from '@copse/core/contracts';
import { useState } from 'react';
import { isRefusal } from '../../lib/say.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useJoinCommunity } from '../../parts/join-community.ts';
import { useLeaveCommunity } from '../../parts/leave-community.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNotices } from '../../shell/notices.tsx';

/** Leaves. A sole coordinator is asked who takes over, in the same dialog. */
export default function LeaveDialog({ community, onClose }: { community: CommunityView; onClose: () => void }) {
  const { id, name, visibility } = community;
  const [successor, setSuccessor] = useState<PersonCard>();
  const notices = useNotices();
  const rejoin = useJoinCommunity(id);
  const leave = useLeaveCommunity(id, () => {
    notices.done(
      `You left ${name}.`,
      visibility === 'open' ? { label: 'Join again', run: () => rejoin.mutate({}) } : undefined,
    );
    onClose();
  });
  const needed = isRefusal(leave.error, 'successor-needed') || isRefusal(leave.error, 'no-such-member');
  return (
    <FormDialog
      title={`Leave ${name}?`}
      action="Leave"
      ready={!needed || successor?.id !== undefined}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate(successor?.id ? { successorId: successor.id } : {})}
      onClose={onClose}
    >
      <Text>
        What you wrote stays, with your name.{' '}
        {visibility === 'open'
          ? 'You can join again at any time.'
          : 'To come back you will have to be admitted or invited again.'}
      </Text>
      {needed && (
        <PersonPicker
          label="Who takes over as coordinator?"
          communityId={id}
          chosen={successor}
          onChoose={setSuccessor}
          required
        />
      )}
    </FormDialog>
  );
}
