import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useLeaveCommunity } from '../../parts/leave-community.ts';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { connectWords, useConnectHere } from './connect-here.ts';

/** What the viewer should know first: nobody coordinates it, it is closed, they are invited, their request waits, others' requests wait. */
export function StandingNotice({ community }: { community: CommunityView }) {
  const { abilities, asCaretaker, closed, declined, invitation, standing, requestCount } = community;
  return (
    <>
      {asCaretaker && <AsCaretaker community={community} />}
      {closed && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>This community was closed</MessageBarTitle> <When at={closed.at} style="day" />
            {': '}
            <bdi>{closed.reason}</bdi> What it learned stays readable.
          </MessageBarBody>
        </MessageBar>
      )}
      {declined && standing === 'none' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Your request was turned down</MessageBarTitle> <When at={declined.at} style="day" />
            {': '}
            <bdi>{declined.reason}</bdi>
            {abilities.requestToJoin && ' You may ask again.'}
          </MessageBarBody>
        </MessageBar>
      )}
      {standing === 'invited' && abilities.acceptInvitation && <Invited community={community} from={invitation} />}
      {standing === 'requested' && <Waiting community={community} />}
      {abilities.admit && (requestCount ?? 0) > 0 && <Requests id={community.id} count={requestCount ?? 0} />}
      {abilities.connect && <ConnectHere community={community} />}
    </>
  );
}

function AsCaretaker({ community: { memberCount, roleHolders } }: { community: CommunityView }) {
  const coordinator = roleHolders.find(({ role }) => role === 'coordinator');
  return coordinator ? (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          <bdi>{coordinator.person.name}</bdi> looks after this community now
        </MessageBarTitle>{' '}
        With that it is the members’ own again: when you leave this page, you no longer see it.
      </MessageBarBody>
    </MessageBar>
  ) : (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Nobody coordinates this community</MessageBarTitle> You see it because you administer the
        organisation: that it is there and who takes part, and nothing of what is written in it.{' '}
        {memberCount > 0
          ? 'Choose a member below and give them the role of coordinator.'
          : 'Invite somebody; once they are in, give them the role of coordinator.'}
      </MessageBarBody>
    </MessageBar>
  );
}

function Invited({ community, from }: { community: CommunityView; from: CommunityView['invitation'] }) {
  const notices = useNotices();
  const decline = useLeaveCommunity(community.id, () => notices.done('You declined the invitation.'));
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{from ? <bdi>{from.by.name}</bdi> : 'Somebody'} invites you to take part</MessageBarTitle>{' '}
        {from?.message && <bdi>{from.message}</bdi>}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={decline.isPending}
          onClick={() =>
            decline.mutate({}, { onError: (error) => notices.failed(error, 'The invitation is still open') })
          }
        >
          Decline invitation
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Waiting({ community }: { community: CommunityView }) {
  const notices = useNotices();
  const withdraw = useLeaveCommunity(community.id, () => notices.done('Your request was withdrawn.'));
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Your request waits for an answer</MessageBarTitle> A coordinator will admit you or tell you why
        not.
      </MessageBarBody>
      {community.abilities.withdrawRequest && (
        <MessageBarActions>
          <Button
            disabledFocusable={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({}, { onError: (error) => notices.failed(error, 'Your request still stands') })
            }
          >
            Withdraw request
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function Requests({ id, count }: { id: string; count: number }) {
  const [, navigate] = useLocation();
  return (
    <MessageBar intent="info">
      <MessageBarBody>{count === 1 ? 'One person asks to join.' : `${count} people ask to join.`}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => navigate(`/communities/${id}/members`)}>Answer</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function ConnectHere({ community }: { community: CommunityView }) {
  const [asked, setAsked] = useState(true);
  const { place, connect } = useConnectHere(community);
  if (!asked || !place) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{connectWords(place, community.name)}</MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={connect.isPending}
          onClick={() => connect.mutate({ communityId: community.id, body: place })}
        >
          Connect
        </Button>
        <Link as="button" onClick={() => setAsked(false)}>
          Not now
        </Link>
      </MessageBarActions>
    </MessageBar>
  );
}
