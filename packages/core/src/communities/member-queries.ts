import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { microsecondsOf, newerThan, olderThan } from '../sql/microseconds.ts';
import { personJson } from './card-queries.ts';
import { objection, type Situation } from './community.ts';
import type { MembersQuery } from './contract.ts';
import { escapeLike } from './directory-queries.ts';
import { type MemberRow, viewInvitation, viewMember, viewRequest, type WaitingRow } from './member-view.ts';
import type { Invitee, MemberViews } from './ports.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlMemberViews({ db, now }: Deps): MemberViews {
  return {
    async list(situation, query) {
      const at = now();
      let { rows } = await membersQuery(situation, query, contains).execute(db);
      // Nobody is spelt like that: whoever is spelt alike may be meant. They all fit on one page.
      if (rows.length === 0 && query.q !== undefined && query.cursor === undefined) {
        rows = (await membersQuery(situation, query, looksLike).execute(db)).rows.slice(0, query.limit);
      }
      const viewer = {
        personId: situation.actor.personId,
        grantRoles: objection(situation, 'grantRoles', at) === undefined,
        removeMember: objection(situation, 'removeMember', at) === undefined,
        closed: situation.community.closed !== undefined,
      };
      return pageOf(rows, query.limit, keyOf, (row) => viewMember(viewer, row, at));
    },

    async requests(communityId, { cursor, limit }) {
      const { rows } = await waitingQuery(sql`m.community_id = ${communityId} AND m.state = 'requested'`, {
        after: readCursor(cursor, 'number', 'id'),
        limit,
      }).execute(db);
      return pageOf(rows, limit, keyOf, viewRequest);
    },

    async invitations(communityId, { by, cursor, limit }) {
      const own = by === undefined ? sql`` : sql`AND m.decided_by = ${by}`;
      const { rows } = await waitingQuery(sql`m.community_id = ${communityId} AND m.state = 'invited' ${own}`, {
        after: readCursor(cursor, 'number', 'id'),
        limit,
      }).execute(db);
      return pageOf(rows, limit, keyOf, viewInvitation);
    },
  };
}

/** A present person of the actor's organisation. */
export const sqlFindInvitee =
  ({ db }: Pick<Deps, 'db'>) =>
  async ({ organisationId }: Actor, personId: string): Promise<Invitee | undefined> => {
    const row = await db
      .selectFrom('person')
      .select(['id', 'guest'])
      .where('id', '=', personId)
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'present')
      .executeTakeFirst();
    return row && { personId: row.id as Invitee['personId'], guest: row.guest };
  };

const keyOf = ({ since_us, person_id }: { readonly since_us: number; readonly person_id: string }) => [
  since_us,
  person_id,
];

const sinceMicroseconds = sql`${microsecondsOf(sql`m.since`)} AS since_us`;

/**
 * Newest members first: the order of the index, so that a community of 100,000 is as quick as one of ten, and the
 * newcomers are the ones to say hello to.
 */
function membersQuery(
  { community }: Situation,
  { q, role, cursor, limit }: MembersQuery,
  named: (q: string) => RawBuilder<unknown>,
): RawBuilder<MemberRow> {
  const conditions = [sql`m.community_id = ${community.id} AND m.state = 'member' AND p.state = 'present'`];
  if (q !== undefined) conditions.push(named(q));
  if (role) {
    conditions.push(sql`EXISTS (
      SELECT FROM role_grant g WHERE g.community_id = m.community_id AND g.person_id = m.person_id AND g.role = ${role})`);
  }
  conditions.push(olderThan(sql`m.since`, sql`m.person_id`, readCursor(cursor, 'number', 'id')));
  return sql<MemberRow>`
    SELECT m.person_id, m.level, m.since, ${sinceMicroseconds}, ${personJson('p')} AS person,
      (SELECT json_agg(json_build_object('role', g.role, 'since', g.since, 'until', g.until) ORDER BY g.since)
        FROM role_grant g WHERE g.community_id = m.community_id AND g.person_id = m.person_id) AS roles
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY m.since DESC, m.person_id DESC
    LIMIT ${sql.lit(limit + 1)}
  `;
}

const contains = (q: string) => sql`p.folded_name LIKE '%' || copse_fold(${escapeLike(q)}) || '%'`;
const looksLike = (q: string) => sql`copse_fold(${q}) <% p.folded_name`;

const waitingQuery = (
  condition: RawBuilder<unknown>,
  { after, limit }: { readonly after: readonly [number, string] | undefined; readonly limit: number },
) => sql<WaitingRow>`
  SELECT m.person_id, m.since, ${sinceMicroseconds}, m.message, ${personJson('p')} AS person,
    (SELECT ${personJson('d')} FROM person d WHERE d.id = m.decided_by) AS by
  FROM membership m JOIN person p ON p.id = m.person_id
  WHERE ${condition} AND p.state = 'present'
    AND ${newerThan(sql`m.since`, sql`m.person_id`, after)}
  ORDER BY m.since, m.person_id
  LIMIT ${sql.lit(limit + 1)}
`;
