import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import { type ArchetypeName, archetypeOf, type Entry } from './archetype.ts';
import { utc } from '../kernel/instant.ts';
import { type CommunityCardRow, doors, viewCommunityCard } from './card-view.ts';
import type { ConnectionKind } from './connection.ts';
import type { CommunityAbilities, CommunityView, Standing } from './contract.ts';
import type { FirstStep } from './community.ts';
import { allows, type Capacity, capacitiesOf, mayNow } from './permission.ts';
import { holdsRole, type Role } from './role.ts';
import type { Stage } from './stage.ts';

export type TermRow = { readonly role: Role; readonly since: string; readonly until: string | null };

/** One community as the page query brings it; instants inside JSON come as text. */
export type CommunityPageRow = CommunityCardRow & {
  readonly domain: string;
  readonly practice: string;
  readonly charter: string;
  readonly welcome: string;
  readonly cadence: string;
  readonly first_steps: readonly FirstStep[];
  readonly closed_at: Date | null;
  readonly close_reason: string | null;
  readonly revision: number;
  readonly history:
    | readonly {
        readonly stage: Stage;
        readonly since: string;
        readonly note: string | null;
        readonly person: PersonCardRow | null;
      }[]
    | null;
  readonly connections:
    | readonly {
        readonly id: string;
        readonly kind: ConnectionKind;
        readonly external_id: string;
        readonly name: string;
        readonly url: string | null;
      }[]
    | null;
  readonly holders: readonly (TermRow & { readonly person: PersonCardRow })[] | null;
  readonly my_roles: readonly TermRow[] | null;
  readonly my_decision: {
    readonly at: string;
    readonly message: string | null;
    readonly reason: string | null;
    readonly person: PersonCardRow | null;
  } | null;
  readonly request_count: number;
};

/** A role somebody has had given; `overdue` once its term is over. */
export const viewTerm = ({ role, since, until }: TermRow, now: Date) => ({
  role,
  since: utc(since),
  ...(until === null ? {} : { until: utc(until) }),
  overdue: until !== null && new Date(until) <= now,
});

/** Whether the term gives its rights now. */
export const isHeld = ({ role, until }: TermRow, now: Date) =>
  holdsRole({ role, until: until === null ? undefined : new Date(until) }, now);

/** In which capacities the viewer of these rows acts. */
export const viewerCapacities = (
  actor: Actor,
  row: Pick<CommunityPageRow, 'my_state' | 'my_roles' | 'visibility' | 'holders'>,
  now: Date,
) =>
  capacitiesOf(
    {
      administrator: actor.administrator,
      member: row.my_state === 'member',
      roles: (row.my_roles ?? []).map(({ role, until }) => ({
        role,
        until: until === null ? undefined : new Date(until),
      })),
      uncoordinated: !(row.holders ?? []).some(({ role }) => role === 'coordinator'),
    },
    row.visibility as Entry,
    now,
  );

/** The whole community as one page shows it, with what this viewer may do now. The only way out of this slice. */
export function viewCommunity(actor: Actor, row: CommunityPageRow, now: Date): CommunityView {
  const card = viewCommunityCard(row);
  const capacities = viewerCapacities(actor, row, now);
  const myRoles = capacities.length > 0 ? (row.my_roles ?? []).filter((term) => isHeld(term, now)) : [];
  const holders = (row.holders ?? []).filter((term) => isHeld(term, now));
  const held = new Set(holders.map(({ role }) => role));
  const { standing } = card;
  const decision = row.my_decision;
  const asCaretaker = isOutside(actor, row);
  return {
    ...card,
    asCaretaker,
    ...described(asCaretaker ? undefined : row),
    ...(standing === 'member' || allows(capacities, 'edit') ? { welcome: row.welcome } : {}),
    roleHolders: holders.map((term) => ({ person: viewPersonCard(term.person), ...viewTerm(term, now) })),
    rolesWanted: archetypeOf[row.archetype as ArchetypeName].rolesWanted.filter((role) => !held.has(role)),
    ...(allows(capacities, 'admit') ? { requestCount: row.request_count } : {}),
    myRoles: myRoles.map(({ role }) => role),
    ...(standing === 'invited' && decision?.person
      ? {
          invitation: {
            by: viewPersonCard(decision.person),
            ...(decision.message ? { message: decision.message } : {}),
          },
        }
      : {}),
    ...(row.my_state === 'declined' && decision?.reason
      ? { declined: { at: utc(decision.at), reason: decision.reason } }
      : {}),
    ...(row.closed_at ? { closed: { at: utc(row.closed_at), reason: row.close_reason ?? '' } } : {}),
    revision: row.revision,
    abilities: abilities(capacities, {
      standing,
      visibility: row.visibility,
      closed: row.closed_at !== null,
      holdsAny: myRoles.length > 0,
    }),
  };
}

/** An administrator who is in the community in no way and sees all the same that it is there. */
const isOutside = (actor: Actor, { visibility, my_state }: CommunityPageRow) =>
  actor.administrator && visibility === 'by-invitation' && my_state !== 'member' && my_state !== 'invited';

type Described = Pick<
  CommunityView,
  'domain' | 'practice' | 'charter' | 'cadence' | 'firstSteps' | 'stageHistory' | 'connections'
>;

/** What the community says about itself, and where it meets; nothing where that is not for the viewer. */
const described = (row: CommunityPageRow | undefined): Described => ({
  domain: row?.domain ?? '',
  practice: row?.practice ?? '',
  charter: row?.charter ?? '',
  cadence: row?.cadence ?? '',
  firstSteps: (row?.first_steps ?? []).map(({ text, done }) => ({ text, done })),
  stageHistory: (row?.history ?? []).map(({ stage, since, note, person }) => ({
    stage,
    since: utc(since),
    ...(person ? { by: viewPersonCard(person) } : {}),
    ...(note ? { note } : {}),
  })),
  connections: (row?.connections ?? []).map(({ id, kind, external_id, name, url }) => ({
    id,
    kind,
    externalId: external_id,
    name,
    ...(url ? { url } : {}),
  })),
});

type Seen = {
  readonly standing: Standing;
  readonly visibility: string;
  readonly closed: boolean;
  readonly holdsAny: boolean;
};

/** The permission table's answers for one viewer and one community. */
function abilities(
  capacities: readonly Capacity[],
  { standing, visibility, closed, holdsAny }: Seen,
): CommunityAbilities {
  return {
    ...doors(standing, visibility, closed),
    withdrawRequest: standing === 'requested',
    acceptInvitation: standing === 'invited' && !closed,
    edit: mayNow(capacities, 'edit', closed),
    changeStage: mayNow(capacities, 'changeStage', closed),
    close: mayNow(capacities, 'close', closed),
    reopen: mayNow(capacities, 'reopen', closed),
    connect: mayNow(capacities, 'connect', closed),
    admit: mayNow(capacities, 'admit', closed),
    invite: mayNow(capacities, 'invite', closed),
    removeMember: mayNow(capacities, 'removeMember', closed),
    grantRoles: mayNow(capacities, 'grantRoles', closed),
    handOver: holdsAny && !closed,
    draftPractice: mayNow(capacities, 'draftPractice', closed),
    ask: mayNow(capacities, 'ask', closed),
    scheduleGathering: mayNow(capacities, 'scheduleGathering', closed),
    // What stands in a closed community is still looked after.
    moderate: allows(capacities, 'moderate'),
  };
}
