import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, ConnectionId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { ArchetypeName, Entry, Format, Reach } from './archetype.ts';
import type { Community, FirstStep, Situation } from './community.ts';
import type { Membership } from './membership.ts';
import type { Role } from './role.ts';
import type { Stage } from './stage.ts';
import type { CommunityRow, CommunityTables, MembershipRow } from './tables.ts';

/** A row as PostgreSQL's JSON gives it: instants are text. */
type Json<Row> = {
  readonly [Column in keyof Row]: Row[Column] extends Date | null ? string | Extract<Row[Column], null> : Row[Column];
};
export type RoleRow = Json<CommunityTables['role_grant']>;

export type SituationRow = Omit<CommunityRow, 'coordination'> & {
  readonly coordination: number;
  readonly coordinators: number;
  readonly history: readonly Json<CommunityTables['stage_change']>[] | null;
  readonly connections: readonly Json<CommunityTables['connection']>[] | null;
  readonly me: Json<MembershipRow> | null;
  readonly my_roles: readonly RoleRow[] | null;
};

export const fromSituationRow = (actor: Actor, row: SituationRow): Situation => ({
  actor,
  community: fromRow(row),
  me: row.me ? fromMembershipRow(row.me, row.my_roles) : undefined,
  coordinators: row.coordinators,
  coordination: row.coordination,
});

const fromRow = (row: SituationRow): Community => ({
  id: row.id as CommunityId,
  organisationId: row.organisation_id as OrganisationId,
  archetype: row.archetype as ArchetypeName,
  name: row.name,
  purpose: row.purpose,
  domain: row.domain,
  practice: row.practice,
  charter: row.charter,
  welcome: row.welcome,
  topics: row.topics,
  format: row.format as Format,
  visibility: row.visibility as Entry,
  reach: row.reach as Reach,
  cadence: row.cadence,
  firstSteps: row.first_steps as readonly FirstStep[],
  stage: row.stage as Stage,
  history: (row.history ?? []).map(({ stage, since, by, note }) => ({
    stage: stage as Stage,
    since: new Date(since),
    by: (by ?? undefined) as PersonId | undefined,
    note: note ?? undefined,
  })),
  connections: (row.connections ?? []).map(({ id, kind, external_id, name, url, connected_at, connected_by }) => ({
    id: id as ConnectionId,
    kind,
    externalId: external_id,
    name,
    url: url ?? undefined,
    at: new Date(connected_at),
    by: (connected_by ?? undefined) as PersonId | undefined,
  })),
  foundedAt: row.founded_at,
  foundedBy: (row.founded_by ?? undefined) as PersonId | undefined,
  closed: row.closed_at ? { at: row.closed_at, reason: row.close_reason ?? '' } : undefined,
  revision: row.revision,
});

export const fromMembershipRow = (row: Json<MembershipRow>, roles: readonly RoleRow[] | null): Membership => ({
  communityId: row.community_id as CommunityId,
  personId: row.person_id as PersonId,
  state: row.state,
  message: row.message ?? undefined,
  decidedBy: (row.decided_by ?? undefined) as PersonId | undefined,
  reason: row.reason ?? undefined,
  since: new Date(row.since),
  roles: (roles ?? []).map(({ role, since, until, granted_by }) => ({
    role: role as Role,
    since: new Date(since),
    until: until === null ? undefined : new Date(until),
    by: (granted_by ?? undefined) as PersonId | undefined,
  })),
  revision: row.revision,
});

/** What a community says about itself and the stage it is in: the columns that a change may write. */
export const descriptionRow = (community: Community) => ({
  name: community.name,
  purpose: community.purpose,
  domain: community.domain,
  practice: community.practice,
  charter: community.charter,
  welcome: community.welcome,
  topics: [...community.topics],
  format: community.format,
  visibility: community.visibility,
  reach: community.reach,
  cadence: community.cadence,
  first_steps: JSON.stringify(community.firstSteps),
  stage: community.stage,
  closed_at: community.closed?.at ?? null,
  close_reason: community.closed?.reason ?? null,
});
