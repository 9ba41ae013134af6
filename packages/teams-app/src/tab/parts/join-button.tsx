import { Button, Text } from '@fluentui/react-components';
import type { CommunityCard } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { useNotices } from '../shell/notices.tsx';
import { useJoinCommunity } from './join-community.ts';
import { useLeaveCommunity } from './leave-community.ts';

const AskToJoin = lazy(() => import(/* webpackChunkName: "ask-to-join" */ './ask-to-join.tsx'));

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
        {asking && (
          <Suspense>
            <AskToJoin id={id} name={name} onClose={() => setAsking(false)} />
          </Suspense>
        )}
      </>
    );
  }
  return standing === 'requested' ? <Text size={200}>Request sent</Text> : null;
}
