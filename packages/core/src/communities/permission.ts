import type { Entry } from './archetype.ts';
import { holdsRole, type Role } from './role.ts';

/**
 * In what capacity somebody acts: by a role, as a member, as a member of a community that is open to all, or as the
 * organisation's administrator (who may do what a coordinator may, so that no community is left without help).
 *
 * Outside of a community by invitation an administrator is its caretaker at most: while nobody coordinates it, they may
 * find somebody who does, and nothing else (docs/decisions/0010).
 */
export type Capacity = Role | 'member' | 'member-where-open' | 'administrator' | 'caretaker';

export const communityActions = [
  'edit',
  'changeStage',
  'connect',
  'close',
  'reopen',
  'admit',
  'invite',
  'removeMember',
  'grantRoles',
  'draftPractice',
  'ask',
  'scheduleGathering',
  'moderate',
] as const;
export type CommunityAction = (typeof communityActions)[number];

const coordinators = ['coordinator', 'administrator'] as const;
const leads = [...coordinators, 'facilitator'] as const;

/**
 * The one permission table of communities: who may do what.
 *
 * Not in it, because they belong to a person and to no role: joining, leaving, and handing on or laying down a role
 * that one holds.
 */
export const communityPermissions: Readonly<Record<CommunityAction, readonly Capacity[]>> = {
  edit: [...leads, 'knowledge-steward'],
  changeStage: leads,
  connect: leads,
  close: coordinators,
  reopen: coordinators,
  admit: leads,
  invite: [...leads, 'member-where-open', 'caretaker'],
  removeMember: coordinators,
  grantRoles: [...coordinators, 'caretaker'],
  draftPractice: ['member'],
  // As in the permission tables of questions, gatherings and trust, which decide; here so that pages know whether to offer the
  // way there. A test holds them against each other.
  ask: ['member'],
  scheduleGathering: leads,
  moderate: [...coordinators, 'knowledge-steward'],
};

/** What may still be done to a community that has been closed: its members and its history stay as they are. */
const whenClosed: readonly CommunityAction[] = ['reopen'];

export type Grant = { readonly role: Role; readonly until: Date | undefined };

/** What the table has to know about somebody who acts. */
export type Acting = {
  readonly administrator: boolean;
  readonly member: boolean;
  readonly roles: readonly Grant[];
  /** Nobody coordinates the community. */
  readonly uncoordinated?: boolean;
};

/** In which capacities somebody acts now; a role whose term is over is none (see `holdsRole` for the exception). */
export function capacitiesOf(acting: Acting, visibility: Entry, now: Date): Capacity[] {
  const { administrator, member, roles, uncoordinated = false } = acting;
  const inside = member || visibility !== 'by-invitation';
  const capacities: Capacity[] = [];
  if (administrator && inside) capacities.push('administrator');
  if (administrator && !inside && uncoordinated) capacities.push('caretaker');
  if (!member) return capacities;
  capacities.push('member');
  if (visibility === 'open') capacities.push('member-where-open');
  for (const grant of roles) if (holdsRole(grant, now)) capacities.push(grant.role);
  return capacities;
}

/** Whether one of the capacities allows the action in a community that is open for it. */
export const allows = (capacities: readonly Capacity[], action: CommunityAction) =>
  communityPermissions[action].some((capacity) => capacities.includes(capacity));

/** Whether the action may be taken now: allowed by the table, and possible in the state the community is in. */
export const mayNow = (capacities: readonly Capacity[], action: CommunityAction, closed: boolean) =>
  isPossible(action, closed) && allows(capacities, action);

/** `reopen` is for closed communities and everything else for the others. */
export const isPossible = (action: CommunityAction, closed: boolean) => closed === whenClosed.includes(action);
