import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { about, isAllowed, objection, type Situation } from './community.ts';
import { enter, isMember, type Membership, type MembershipMove, move } from './membership.ts';

type At = { readonly at: Date };

/** Lets somebody in who asked. */
export function admit(
  situation: Situation,
  request: Membership | undefined,
  { at }: At,
): Result<MembershipMove, 'not-allowed' | 'community-closed' | 'no-such-request'> {
  const why = objection(situation, 'admit', at);
  if (why) return refuse(why);
  if (request?.state !== 'requested') return refuse('no-such-request');

  const { personId } = request;
  const after = enter(situation, personId, 'member', { at, decidedBy: situation.actor.personId });
  return ok(
    move(situation, [{ before: request, after }], { type: 'membership.joined', personId, ...about(situation) }),
  );
}

/** Turns a request down. The reason is told to the person who asked. */
export function decline(
  situation: Situation,
  request: Membership | undefined,
  { reason, at }: At & { readonly reason: string },
): Result<MembershipMove, 'not-allowed' | 'community-closed' | 'no-such-request'> {
  const why = objection(situation, 'admit', at);
  if (why) return refuse(why);
  if (request?.state !== 'requested') return refuse('no-such-request');

  const { personId } = request;
  const after = enter(situation, personId, 'declined', { at, reason, decidedBy: situation.actor.personId });
  const declined = { type: 'membership.declined', what: 'request', personId, ...about(situation) } as const;
  return ok(move(situation, [{ before: request, after }], declined));
}

/**
 * Invites somebody, who comes in by accepting. Inviting again says the same, with a new message.
 *
 * Whoever asked to come in and is now invited by somebody who may admit has been admitted.
 */
export function invite(
  situation: Situation,
  {
    guest,
    personId,
    membership,
    message,
    at,
  }: At & {
    readonly personId: PersonId;
    readonly guest: boolean;
    readonly membership: Membership | undefined;
    readonly message: string | undefined;
  },
): Result<MembershipMove, 'not-allowed' | 'community-closed' | 'already-member' | 'partners-not-invited'> {
  const { actor, community } = situation;
  const why = objection(situation, 'invite', at);
  if (why) return refuse(why);
  if (isMember(membership)) return refuse('already-member');
  // A caretaker finds somebody for a community, and is not let in by that.
  if (personId === situation.actor.personId) return refuse('not-allowed');
  if (guest && community.reach === 'organisation') return refuse('partners-not-invited');

  const decidedBy = actor.personId;
  if (membership?.state === 'requested' && isAllowed(situation, 'admit', at)) {
    const after = enter(situation, personId, 'member', { at, decidedBy });
    return ok(
      move(situation, [{ before: membership, after }], { type: 'membership.joined', personId, ...about(situation) }),
    );
  }
  const after = enter(situation, personId, 'invited', { at, message, decidedBy });
  const invited = { type: 'membership.invited', personId, ...about(situation) } as const;
  return ok(move(situation, [{ before: membership, after }], invited));
}

/** Takes an invitation back: one's own, or anyone's for those who may admit. */
export function withdrawInvitation(
  situation: Situation,
  invitation: Membership | undefined,
  { at }: At,
): Result<MembershipMove, 'not-allowed' | 'no-such-invitation'> {
  const own = invitation?.decidedBy === situation.actor.personId;
  if (!own && !isAllowed(situation, 'admit', at)) return refuse('not-allowed');
  if (invitation?.state !== 'invited') return refuse('no-such-invitation');

  const { personId } = invitation;
  const after = enter(situation, personId, 'left', { at });
  const withdrawn = { type: 'membership.withdrawn', what: 'invitation', personId, ...about(situation) } as const;
  return ok(move(situation, [{ before: invitation, after }], withdrawn));
}
