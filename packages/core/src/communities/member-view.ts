import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import { utc } from '../kernel/instant.ts';
import type { InvitationPage, MemberView, RequestPage } from './contract.ts';
import { isHeld, type TermRow, viewTerm } from './view.ts';
import type { ParticipationLevel } from './role.ts';

export type MemberRow = {
  readonly person_id: string;
  readonly person: PersonCardRow;
  readonly level: ParticipationLevel | null;
  readonly since: Date;
  readonly since_us: number;
  readonly roles: readonly TermRow[] | null;
};
export type WaitingRow = {
  readonly person_id: string;
  readonly person: PersonCardRow;
  readonly by: PersonCardRow | null;
  readonly message: string | null;
  readonly since: Date;
  readonly since_us: number;
};

/** What the viewer of a member list may do, apart from what concerns themselves. */
export type MemberViewer = {
  readonly personId: string;
  readonly grantRoles: boolean;
  readonly removeMember: boolean;
  /** The community is closed: nobody's roles change any more. */
  readonly closed: boolean;
};

/**
 * A member with their roles. Whoever grants roles also sees terms that are over, so that they can renew or end them;
 * for others a role whose term is over is no role.
 */
export function viewMember(viewer: MemberViewer, row: MemberRow, now: Date): MemberView {
  const own = row.person_id === viewer.personId;
  const terms = (row.roles ?? []).filter((term) => viewer.grantRoles || isHeld(term, now));
  return {
    person: viewPersonCard(row.person),
    roles: terms.map((term) => viewTerm(term, now)),
    ...(row.level ? { level: row.level } : {}),
    joinedAt: utc(row.since),
    abilities: {
      grantRoles: viewer.grantRoles,
      layDownRoles: own && !viewer.closed && terms.length > 0,
      remove: viewer.removeMember && !own,
    },
  };
}

export const viewRequest = (row: WaitingRow): RequestPage['items'][number] => ({
  person: viewPersonCard(row.person),
  ...(row.message ? { message: row.message } : {}),
  requestedAt: utc(row.since),
});

export const viewInvitation = (row: WaitingRow): InvitationPage['items'][number] => ({
  person: viewPersonCard(row.person),
  ...(row.by ? { by: viewPersonCard(row.by) } : {}),
  invitedAt: utc(row.since),
});
