import type { CommunityId, PersonId } from '../kernel/ids.ts';
import type { Entry } from './archetype.ts';
import type { ConnectionKind } from './connection.ts';
import type { Role } from './role.ts';
import type { Stage } from './stage.ts';

/** `by` is who did it. Where `personId` stands beside it, that is whom it happened to. */
type About = { readonly communityId: CommunityId; readonly by: PersonId };
type Somebody = About & { readonly personId: PersonId };

export type CommunityEvent =
  | ({ readonly type: 'community.founded' } & About)
  | ({ readonly type: 'community.edited'; readonly visibility: Entry } & About)
  | ({ readonly type: 'community.stage-changed'; readonly stage: Stage } & About)
  | ({ readonly type: 'community.closed' } & About)
  | ({ readonly type: 'community.reopened' } & About)
  | ({ readonly type: 'community.connected'; readonly kind: ConnectionKind } & About)
  | ({ readonly type: 'community.disconnected'; readonly kind: ConnectionKind } & About);

/**
 * `declined` and `withdrawn` mirror each other: the community declines a request and the invited person declines an
 * invitation; who asked withdraws the request and who invited withdraws the invitation.
 */
export type MembershipEvent =
  | ({ readonly type: 'membership.requested' } & Somebody)
  | ({ readonly type: 'membership.joined' } & Somebody)
  | ({ readonly type: 'membership.invited' } & Somebody)
  | ({ readonly type: 'membership.declined'; readonly what: 'request' | 'invitation' } & Somebody)
  | ({ readonly type: 'membership.withdrawn'; readonly what: 'request' | 'invitation' } & Somebody)
  | ({ readonly type: 'membership.left' } & Somebody)
  | ({ readonly type: 'membership.removed' } & Somebody)
  | ({ readonly type: 'role.granted'; readonly role: Role } & Somebody)
  | ({ readonly type: 'role.ended'; readonly role: Role } & Somebody);
