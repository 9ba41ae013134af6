import { ok, refuse, type Result } from '../kernel/result.ts';
import { about, objection, type Situation } from './community.ts';
import { enter, isLastCoordinator, isMember, type Membership, type MembershipMove, move } from './membership.ts';
import { holdsRole, type Role } from './role.ts';

type Term = { readonly role: Role; readonly until: Date | undefined; readonly at: Date };

/**
 * Gives a member a role, until a day or without an end. Granting it again changes its term only.
 *
 * When a term is over its rights end by themselves, but for a coordinator's (see `holdsRole`).
 */
export function grant(
  situation: Situation,
  member: Membership | undefined,
  { role, until, at }: Term,
): Result<MembershipMove | undefined, 'not-allowed' | 'community-closed' | 'no-such-member' | 'term-in-the-past'> {
  const why = objection(situation, 'grantRoles', at);
  if (why) return refuse(why);
  if (until && until <= at) return refuse('term-in-the-past');
  if (!isMember(member)) return refuse('no-such-member');

  const held = member.roles.find((term) => term.role === role);
  if (held && held.until?.getTime() === until?.getTime()) return ok(undefined);

  const since = held && holdsRole(held, at) ? held.since : at;
  const after = withRole(without(member, role), { role, since, until, by: situation.actor.personId });
  const granted = { type: 'role.granted', role, personId: member.personId, ...about(situation) } as const;
  return ok(move(situation, [{ before: member, after }], granted));
}

/** Ends a role before its term does. Everybody may lay down a role of their own, but for the last coordinator. */
export function endRole(
  situation: Situation,
  member: Membership | undefined,
  { role, at }: Pick<Term, 'role' | 'at'>,
): Result<MembershipMove | undefined, 'not-allowed' | 'community-closed' | 'no-such-member' | 'successor-needed'> {
  const { actor, community } = situation;
  const own = member?.personId === actor.personId;
  const why = own ? community.closed && 'community-closed' : objection(situation, 'grantRoles', at);
  if (why) return refuse(why);
  if (!isMember(member)) return refuse('no-such-member');
  if (!member.roles.some((term) => term.role === role)) return ok(undefined);
  if (role === 'coordinator' && isLastCoordinator(situation, member)) return refuse('successor-needed');

  const ended = { type: 'role.ended', role, personId: member.personId, ...about(situation) } as const;
  return ok(move(situation, [{ before: member, after: without(member, role) }], ended));
}

/** Hands one's own role on to another member: it ends here and begins there in one move. */
export function handOver(
  situation: Situation,
  heir: Membership | undefined,
  { role, until, at }: Term,
): Result<MembershipMove, 'not-holding-role' | 'community-closed' | 'no-such-member' | 'term-in-the-past'> {
  const { actor, community, me } = situation;
  if (!isMember(me) || !me.roles.some((term) => term.role === role && holdsRole(term, at))) {
    return refuse('not-holding-role');
  }
  if (community.closed) return refuse('community-closed');
  if (until && until <= at) return refuse('term-in-the-past');
  if (!isMember(heir) || heir.personId === me.personId) return refuse('no-such-member');

  const term = { role, since: at, until, by: actor.personId };
  return ok(
    move(
      situation,
      [
        { before: me, after: without(me, role) },
        { before: heir, after: withRole(without(heir, role), term) },
      ],
      { type: 'role.ended', role, personId: me.personId, ...about(situation) },
      { type: 'role.granted', role, personId: heir.personId, ...about(situation) },
    ),
  );
}

/**
 * Makes the actor coordinator of a community that has none, so that none is open without one.
 *
 * Needed where the last coordinator left while it was closed, and it is opened again.
 */
export function takeOver(situation: Situation, { at }: Pick<Term, 'at'>): MembershipMove {
  const { actor, me } = situation;
  const { personId } = actor;
  const member = isMember(me) ? me : enter(situation, personId, 'member', { at });
  const after = withRole(member, { role: 'coordinator', since: at, until: undefined, by: personId });
  const granted = { type: 'role.granted', role: 'coordinator', personId, ...about(situation) } as const;
  if (isMember(me)) return move(situation, [{ before: me, after }], granted);
  return move(
    situation,
    [{ before: me, after }],
    { type: 'membership.joined', personId, ...about(situation) },
    granted,
  );
}

const without = (member: Membership, role: Role): Membership => ({
  ...member,
  roles: member.roles.filter((term) => term.role !== role),
});
const withRole = (member: Membership, term: Membership['roles'][number]): Membership => ({
  ...member,
  roles: [...member.roles, term],
});
