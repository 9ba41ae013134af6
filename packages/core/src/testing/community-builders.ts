import type { Community, Situation } from '../communities/community.ts';
import type { Membership, MembershipMove, RoleTerm } from '../communities/membership.ts';
import type { Role } from '../communities/role.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AccountKey, CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';

export const monday = new Date('2026-03-02T09:00:00.000Z');
export const daysLater = (days: number, from = monday) => new Date(from.getTime() + days * 86_400_000);
export const personId = (number: number) =>
  `01900000-0000-7000-8000-0000000000${number.toString(16).padStart(2, '0')}` as PersonId;

export const anActor = (given: Partial<Actor> = {}): Actor => ({
  personId: personId(1),
  organisationId: '01900000-0000-7000-8000-0000000000e1' as OrganisationId,
  account: 'entra:northwind:1' as AccountKey,
  guest: false,
  administrator: false,
  ...given,
});

/** An open guild of the organisation, as its rules see it. */
export const aCommunity = (given: Partial<Community> = {}): Community => ({
  id: '01900000-0000-7000-8000-0000000000c1' as CommunityId,
  organisationId: anActor().organisationId,
  archetype: 'guild',
  name: 'Accessibility guild',
  purpose: 'So that everybody can use what we make',
  domain: '',
  practice: '',
  charter: '',
  welcome: '',
  topics: ['accessibility'],
  format: 'formal-network',
  visibility: 'open',
  reach: 'organisation',
  cadence: 'A meeting every two weeks',
  firstSteps: [],
  stage: 'coalescing',
  history: [
    { stage: 'potential', since: daysLater(-60), by: undefined, note: undefined },
    { stage: 'coalescing', since: daysLater(-30), by: undefined, note: undefined },
  ],
  connections: [],
  foundedAt: daysLater(-60),
  foundedBy: undefined,
  closed: undefined,
  revision: 4,
  ...given,
});

export const aTerm = (role: Role, given: Partial<RoleTerm> = {}): RoleTerm => ({
  role,
  since: daysLater(-30),
  until: undefined,
  by: undefined,
  ...given,
});

/** A member without a role. */
export const aMembership = (given: Partial<Membership> = {}): Membership => ({
  communityId: aCommunity().id,
  personId: personId(1),
  state: 'member',
  message: undefined,
  decidedBy: undefined,
  reason: undefined,
  since: daysLater(-30),
  roles: [],
  revision: 1,
  ...given,
});

export const aHolder = (role: Role, number = 1) => aMembership({ personId: personId(number), roles: [aTerm(role)] });

type SituationGiven = Partial<Omit<Situation, 'actor' | 'community'>> & {
  readonly actor?: Partial<Actor>;
  readonly community?: Partial<Community>;
};

/** How a community stands to whoever is `me`; with two coordinators unless said otherwise. */
export function aSituation({ actor, community, ...given }: SituationGiven = {}): Situation {
  return {
    actor: anActor({ ...(given.me ? { personId: given.me.personId } : {}), ...actor }),
    community: aCommunity(community),
    me: undefined,
    coordinators: 2,
    coordination: 7,
    ...given,
  };
}

export const closed = { stage: 'closed', closed: { at: daysLater(-1), reason: 'We did what we came for' } } as const;

/** The membership of somebody after a move. */
export const after = (move: MembershipMove | undefined, number = 1) =>
  move?.memberships.find((one) => one.personId === personId(number));
