import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { about, objection, type Situation } from './community.ts';
import type { MembershipEvent } from './events.ts';
import type { Grant } from './permission.ts';

/** `declined` and `left` are kept, so that history stays and somebody can come back. */
export type MembershipState = 'requested' | 'invited' | 'member' | 'declined' | 'left';
export type RoleTerm = Grant & { readonly since: Date; readonly by: PersonId | undefined };

export type Membership = {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  readonly state: MembershipState;
  readonly message: string | undefined;
  /** Who invited, admitted, declined or removed, and why. */
  readonly decidedBy: PersonId | undefined;
  readonly reason: string | undefined;
  readonly since: Date;
  readonly roles: readonly RoleTerm[];
  readonly revision: number;
};

/**
 * One or two memberships as they become, with what happened.
 *
 * A move holds only for the community as its rule saw it: `seen` names its revision and, where it changes who
 * coordinates, its `coordination`. If either moved on meanwhile the store throws StaleWriteError.
 */
export type MembershipMove = {
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly seen: { readonly revision: number; readonly coordination: number };
  readonly memberships: readonly Membership[];
  /** By how many members the community grows. */
  readonly growth: number;
  readonly coordinationMoves: boolean;
  readonly events: readonly MembershipEvent[];
};

type Step = { readonly before: Membership | undefined; readonly after: Membership };
type At = { readonly at: Date };

export const isMember = (membership: Membership | undefined): membership is Membership & { readonly state: 'member' } =>
  membership?.state === 'member';
export const coordinates = (membership: Membership | undefined) =>
  isMember(membership) && membership.roles.some(({ role }) => role === 'coordinator');

/** Puts changed memberships together into one move; counts what they change in the community. */
export function move(situation: Situation, steps: readonly Step[], ...events: MembershipEvent[]): MembershipMove {
  const { community, coordination } = situation;
  return {
    organisationId: community.organisationId,
    communityId: community.id,
    seen: { revision: community.revision, coordination },
    memberships: steps.map(({ before, after }) => ({ ...after, revision: (before?.revision ?? 0) + 1 })),
    growth: steps.reduce((sum, { before, after }) => sum + Number(isMember(after)) - Number(isMember(before)), 0),
    coordinationMoves: steps.some(({ before, after }) => coordinates(before) !== coordinates(after)),
    events,
  };
}

/** Whether the community would be without a coordinator if this one went. A closed community needs none. */
export const isLastCoordinator = ({ community, coordinators }: Situation, membership: Membership | undefined) =>
  !community.closed && coordinates(membership) && coordinators <= 1;

/** A membership in a new state; it carries over nothing that belonged to the state before. */
export const enter = (
  { community }: Situation,
  personId: PersonId,
  state: MembershipState,
  { at, ...told }: At & Partial<Pick<Membership, 'message' | 'decidedBy' | 'reason'>>,
): Membership => ({
  communityId: community.id,
  personId,
  state,
  message: told.message || undefined,
  decidedBy: told.decidedBy,
  reason: told.reason || undefined,
  since: at,
  roles: [],
  revision: 0,
});

/**
 * Comes in: at once where the community is open or the actor was invited; otherwise the actor has asked to be admitted.
 *
 * Somebody who was declined, or left, may try again.
 */
export function join(
  situation: Situation,
  { message, at }: At & { readonly message: string | undefined },
): Result<MembershipMove, 'already-member' | 'already-requested' | 'by-invitation-only' | 'community-closed'> {
  const { actor, community, me } = situation;
  if (isMember(me)) return refuse('already-member');
  if (community.closed) return refuse('community-closed');

  const { personId } = actor;
  const whom = { personId, ...about(situation) };
  if (me?.state === 'invited' || community.visibility === 'open') {
    const after = enter(situation, personId, 'member', {
      at,
      decidedBy: me?.state === 'invited' ? me.decidedBy : undefined,
    });
    return ok(move(situation, [{ before: me, after }], { type: 'membership.joined', ...whom }));
  }
  if (me?.state === 'requested') return refuse('already-requested');
  if (community.visibility === 'by-invitation') return refuse('by-invitation-only');

  const after = enter(situation, personId, 'requested', { at, message });
  return ok(move(situation, [{ before: me, after }], { type: 'membership.requested', ...whom }));
}

/**
 * Goes: as a member, or by withdrawing a request or declining an invitation.
 *
 * The last coordinator names a successor among the members, because nobody else could name one afterwards; whoever
 * coordinates may name one in any case.
 */
export function leave(
  situation: Situation,
  { successor, at }: At & { readonly successor: Membership | 'nobody' | undefined },
): Result<MembershipMove, 'not-a-member' | 'successor-needed' | 'no-such-member'> {
  const { actor, me } = situation;
  const { personId } = actor;
  const whom = { personId, ...about(situation) };
  const gone = enter(situation, personId, me?.state === 'invited' ? 'declined' : 'left', { at });
  const step = { before: me, after: gone };

  if (me?.state === 'requested') {
    return ok(move(situation, [step], { type: 'membership.withdrawn', what: 'request', ...whom }));
  }
  if (me?.state === 'invited') {
    return ok(move(situation, [step], { type: 'membership.declined', what: 'invitation', ...whom }));
  }
  if (!isMember(me)) return refuse('not-a-member');

  const left = { type: 'membership.left', ...whom } as const;
  if (successor === 'nobody' || !coordinates(me)) {
    if (isLastCoordinator(situation, me)) return refuse('successor-needed');
    return ok(move(situation, [step], left));
  }
  if (!isMember(successor) || successor.personId === personId) return refuse('no-such-member');
  if (coordinates(successor)) return ok(move(situation, [step], left));

  const roles = [...successor.roles, { role: 'coordinator', since: at, until: undefined, by: personId } as const];
  const granted = { type: 'role.granted', role: 'coordinator', ...whom, personId: successor.personId } as const;
  return ok(move(situation, [step, { before: successor, after: { ...successor, roles } }], granted, left));
}

/** Ends somebody's membership. Removing oneself is leaving. */
export function remove(
  situation: Situation,
  member: Membership | undefined,
  { at }: At,
): Result<MembershipMove, 'not-allowed' | 'community-closed' | 'no-such-member' | 'successor-needed'> {
  const { actor } = situation;
  const why = objection(situation, 'removeMember', at);
  if (why) return refuse(why);
  if (!isMember(member)) return refuse('no-such-member');
  if (isLastCoordinator(situation, member)) return refuse('successor-needed');

  const { personId } = member;
  const after = enter(situation, personId, 'left', { at, decidedBy: actor.personId });
  const type = personId === actor.personId ? 'membership.left' : 'membership.removed';
  return ok(move(situation, [{ before: member, after }], { type, personId, ...about(situation) }));
}
