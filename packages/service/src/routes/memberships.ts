import type { Core } from '@copse/core';
import {
  communityView,
  declineInput,
  grantRoleInput,
  handOverInput,
  invitationPage,
  inviteInput,
  joinInput,
  leaveInput,
  memberPage,
  membersQuery,
  requestPage,
} from '@copse/core/contracts';
import { roles } from '@copse/core/vocabulary';
import { z } from 'zod';
import { ids, optionalBody, paging, type Route, routesAbout } from '../http/route.ts';

const community = ids('communityId');
const member = ids('communityId', 'personId');
/** The community is shown as long as whoever left may still see it. */
const leaveView = z.object({ left: z.literal(true), community: communityView.optional() });

const roleParams = member.extend({ role: z.enum(roles) });

/** Who takes part in a community, and in which role. */
export function membershipRoutes({ communities }: Core): Route[] {
  const route = routesAbout('Memberships');
  return [
    route('POST', '/communities/:communityId/join', {
      summary: 'Joins, asks to join, or accepts an invitation',
      params: community,
      body: optionalBody(joinInput),
      answer: communityView,
      refusals: ['no-such-community', 'by-invitation-only', 'already-member', 'already-requested', 'community-closed'],
      run: communities.joinCommunity,
    }),
    route('POST', '/communities/:communityId/leave', {
      summary: 'Leaves, withdraws a request, or declines an invitation',
      params: community,
      body: optionalBody(leaveInput),
      answer: leaveView,
      refusals: ['no-such-community', 'not-a-member', 'successor-needed', 'no-such-member'],
      run: communities.leaveCommunity,
    }),
    route('GET', '/communities/:communityId/members', {
      summary: 'Members with their roles',
      params: community,
      query: membersQuery,
      answer: memberPage,
      refusals: ['no-such-community'],
      run: communities.listMembers,
    }),
    route('GET', '/communities/:communityId/requests', {
      summary: 'Who asked to join',
      params: community,
      query: paging,
      answer: requestPage,
      refusals: ['no-such-community', 'not-allowed'],
      run: communities.listRequests,
    }),
    route('GET', '/communities/:communityId/invitations', {
      summary: 'Who is invited',
      params: community,
      query: paging,
      answer: invitationPage,
      refusals: ['no-such-community', 'not-allowed'],
      run: communities.listInvitations,
    }),
    route('POST', '/communities/:communityId/requests/:personId/admit', {
      summary: 'Admits somebody who asked',
      params: member,
      answer: communityView,
      refusals: ['no-such-community', 'not-allowed', 'no-such-request', 'community-closed'],
      run: communities.admitMember,
    }),
    route('POST', '/communities/:communityId/requests/:personId/decline', {
      summary: 'Declines a request, with a reason',
      params: member,
      body: declineInput,
      answer: communityView,
      refusals: ['community-closed', 'no-such-community', 'not-allowed', 'no-such-request'],
      run: communities.declineRequest,
    }),
    route('POST', '/communities/:communityId/invitations', {
      summary: 'Invites somebody',
      params: community,
      body: inviteInput,
      status: 201,
      answer: communityView,
      refusals: [
        'no-such-community',
        'not-allowed',
        'already-member',
        'no-such-person',
        'partners-not-invited',
        'community-closed',
      ],
      run: communities.inviteMember,
    }),
    route('DELETE', '/communities/:communityId/invitations/:personId', {
      summary: 'Withdraws an invitation',
      params: member,
      answer: communityView,
      refusals: ['no-such-invitation', 'no-such-community', 'not-allowed', 'no-such-request'],
      run: communities.withdrawInvitation,
    }),
    route('DELETE', '/communities/:communityId/members/:personId', {
      summary: 'Removes a member',
      params: member,
      answer: communityView,
      refusals: ['community-closed', 'no-such-community', 'not-allowed', 'no-such-member', 'successor-needed'],
      run: communities.removeMember,
    }),
    route('PUT', '/communities/:communityId/members/:personId/roles/:role', {
      summary: 'Gives a member a role, for a term or without end',
      params: roleParams,
      body: optionalBody(grantRoleInput),
      answer: communityView,
      refusals: [
        'community-closed',
        'no-such-community',
        'not-allowed',
        'no-such-member',
        'successor-needed',
        'term-in-the-past',
      ],
      run: communities.grantRole,
    }),
    route('DELETE', '/communities/:communityId/members/:personId/roles/:role', {
      summary: 'Ends a role of a member',
      params: roleParams,
      answer: communityView,
      refusals: ['community-closed', 'no-such-community', 'not-allowed', 'no-such-member', 'successor-needed'],
      run: communities.endRole,
    }),
    route('POST', '/communities/:communityId/hand-over', {
      summary: 'Hands my role over to another member',
      params: community,
      body: handOverInput,
      answer: communityView,
      refusals: ['community-closed', 'no-such-community', 'not-holding-role', 'no-such-member', 'term-in-the-past'],
      run: communities.handOverRole,
    }),
  ];
}
