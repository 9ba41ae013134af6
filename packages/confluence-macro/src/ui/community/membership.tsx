import type { CommunityView } from '@copse/core/contracts';
import { useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { AskToJoin } from './ask-to-join.tsx';
import { LeaveQuestion } from './leave-question.tsx';

type Props = { readonly community: CommunityView; readonly onChange: (community: CommunityView) => void };

/** How the viewer stands to the community, and every step that is open to them. */
export function Membership({ community, onChange }: Props) {
  const { id, abilities, standing, invitation, welcome } = community;
  const [asking, setAsking] = useState<'to-join' | 'to-leave'>();
  const [justJoined, setJustJoined] = useState(false);
  const nameFirst = useNameFirst();
  const joining = useAction();
  const leaving = useAction();

  const join = (message?: string) =>
    nameFirst.run(() =>
      joining.run(
        (key) => api.join(id, message, key),
        (now) => {
          setAsking(undefined);
          setJustJoined(now.standing === 'member');
          onChange(now);
        },
      ),
    );
  const leave = () =>
    leaving.run(
      (key) => api.leave(id, key),
      ({ community: now }) => {
        setAsking(undefined);
        setJustJoined(false);
        onChange(now ?? withoutMe(community));
      },
    );

  return (
    <div className="stack-small">
      {standing === 'invited' && (
        <p className="notice notice-information">
          <span>
            <strong>{invitation ? `${invitation.by.name} invited you.` : 'You are invited.'}</strong>{' '}
            {invitation?.message}
          </span>
        </p>
      )}
      <div className="row">
        {abilities.acceptInvitation && (
          <Button look="primary" busy={joining.busy} onClick={() => join()}>
            Accept the invitation
          </Button>
        )}
        {abilities.acceptInvitation && (
          <Button busy={leaving.busy} onClick={leave}>
            Decline
          </Button>
        )}
        {abilities.join && !abilities.acceptInvitation && (
          <Button look="primary" busy={joining.busy} onClick={() => join()}>
            Join
          </Button>
        )}
        {abilities.requestToJoin && asking !== 'to-join' && (
          <Button look="primary" onClick={() => setAsking('to-join')}>
            Ask to join
          </Button>
        )}
        {standing === 'requested' && <span className="standing standing-waiting">Request sent</span>}
        {abilities.withdrawRequest && (
          <Button look="subtle" small busy={leaving.busy} onClick={leave}>
            Withdraw
          </Button>
        )}
        {standing === 'member' && <span className="standing">You are a member</span>}
        {standing === 'member' && abilities.leave && asking !== 'to-leave' && (
          <Button look="subtle" small onClick={() => setAsking('to-leave')}>
            Leave
          </Button>
        )}
      </div>
      {nameFirst.prompt}
      {asking === 'to-join' && <AskToJoin busy={joining.busy} onSend={join} onClose={() => setAsking(undefined)} />}
      {asking === 'to-leave' && (
        <LeaveQuestion name={community.name} busy={leaving.busy} onLeave={leave} onClose={() => setAsking(undefined)} />
      )}
      <ActionFailure failure={joining.failure ?? leaving.failure} />
      {justJoined && (
        <Panel label="Welcome">
          <p>
            <strong>Welcome to {community.name}.</strong>
          </p>
          {welcome && <Prose text={welcome} />}
        </Panel>
      )}
    </div>
  );
}

/** After leaving a community that is no longer visible there is nothing to load: show what was seen, without us in it. */
const withoutMe = (community: CommunityView): CommunityView => ({
  ...community,
  standing: 'none',
  myRoles: [],
  abilities: {
    ...community.abilities,
    join: false,
    requestToJoin: false,
    withdrawRequest: false,
    acceptInvitation: false,
    leave: false,
    ask: false,
  },
});
