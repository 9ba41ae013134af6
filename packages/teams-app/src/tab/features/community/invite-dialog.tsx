import { Field, Textarea } from '@fluentui/react-components';
import type { CommunityView, PersonCard } from '@copse/core/contracts';
import { communityLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useInviteMember } from './invite-member.ts';

export function InviteDialog({ community: { id, name }, onClose }: { community: CommunityView; onClose: () => void }) {
  const [person, setPerson] = useState<PersonCard>();
  const [message, setMessage] = useState('');
  const notices = useNotices();
  const invite = useInviteMember(id, () => {
    notices.done(`${person?.name ?? 'Your colleague'} is invited.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Invite to ${name}`}
      action="Invite"
      ready={person?.id !== undefined}
      busy={invite.isPending}
      error={invite.error}
      onConfirm={() => person?.id && invite.mutate({ personId: person.id, ...(message.trim() ? { message } : {}) })}
      onClose={onClose}
    >
      <PersonPicker label="Who?" chosen={person} onChoose={setPerson} required />
      <Field label="A personal word" hint="Optional: why should they take part?">
        <Textarea
          value={message}
          maxLength={communityLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setMessage(value)}
        />
      </Field>
    </FormDialog>
  );
}
