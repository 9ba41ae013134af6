import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import type { CommunityCard } from '@copse/core/contracts';
import { communityLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../shell/notices.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useJoinCommunity } from './join-community.ts';
import { useLeaveCommunity } from './leave-community.ts';

type Community = Pick<CommunityCard, 'id' | 'name' | 'standing'> & {
  readonly abilities: Pick<CommunityCard['abilities'], 'join' | 'requestToJoin'>;
};

type Props = { readonly community: Community; readonly size?: 'small' | 'medium'; readonly primary?: boolean };

/** The door: join, ask to join, or accept an invitation. Shows nothing where none of it is possible. */
export function JoinButton({ community, size = 'medium', primary = false }: Props) {
  const [asking, setAsking] = useState(false);
  const notices = useNotices();
  const { id, name, standing, abilities } = community;
  const leave = useLeaveCommunity(id);
  const takeBack = () =>
    leave.mutate({}, { onError: (error) => notices.failed(error, `You are still a member of ${name}`) });
  const join = useJoinCommunity(id, (joined) => {
    if (joined.standing === 'member') notices.done(`Welcome to ${joined.name}.`, { run: takeBack });
  });
  const joinNow = () => join.mutate({}, { onError: (error) => notices.failed(error, `You could not join ${name}`) });
  const appearance = primary ? 'primary' : 'secondary';

  if (abilities.join) {
    const words = standing === 'invited' ? 'Accept invitation' : 'Join';
    return (
      <Button
        appearance={appearance}
        size={size}
        disabledFocusable={join.isPending}
        onClick={joinNow}
        aria-label={`${words}: ${name}`}
      >
        {join.isPending ? 'Joining…' : words}
      </Button>
    );
  }
  if (abilities.requestToJoin) {
    return (
      <>
        <Button appearance={appearance} size={size} onClick={() => setAsking(true)} aria-label={`Ask to join: ${name}`}>
          Ask to join
        </Button>
        {asking && <AskToJoin community={community} onClose={() => setAsking(false)} />}
      </>
    );
  }
  return standing === 'requested' ? <Text size={200}>Request sent</Text> : null;
}

function AskToJoin({ community: { id, name }, onClose }: { community: Community; onClose: () => void }) {
  const [message, setMessage] = useState('');
  const notices = useNotices();
  const join = useJoinCommunity(id, () => {
    notices.done(`Your request to ${name} was sent.`);
    onClose();
  });
  return (
    <FormDialog
      open
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
