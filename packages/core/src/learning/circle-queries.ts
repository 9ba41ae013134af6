import { type Kysely, type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CircleId, CommunityId, PersonId } from '../kernel/ids.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { microsecondsOf, olderThan } from '../sql/microseconds.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import { type CircleRow, circleColumns, circleFromRow } from './circle-store.ts';
import type { CirclePage, CirclesQuery } from './contract.ts';
import { viewCircle } from './view.ts';

type Of = { readonly communityId: CommunityId } | { readonly circleId: CircleId } | { readonly peerId: PersonId };

type Row = CircleRow & {
  readonly founded_us: number;
  readonly community_name: string;
  readonly member: boolean;
  readonly people: readonly PersonCardRow[] | null;
};

/** Circles as the actor meets them, the newest first. */
export async function circlesIn(
  db: Kysely<Database>,
  actor: Actor,
  of: Of,
  { cursor, limit }: CirclesQuery,
): Promise<CirclePage> {
  const { rows } = await sql<Row>`
    SELECT ${circleColumns}, ${microsecondsOf(sql`circle.founded_at`)} AS founded_us,
      community.name AS community_name,
      community.closed_at IS NULL AND EXISTS (SELECT FROM membership m WHERE m.community_id = circle.community_id
        AND m.person_id = ${actor.personId} AND m.state = 'member') AS member,
      (SELECT json_agg(${personJson('p')}) FROM person p WHERE p.id IN (
        SELECT person_id FROM circle_peer WHERE circle_id = circle.id
        UNION SELECT facilitator_id FROM circle_meeting WHERE circle_id = circle.id)) AS people
    FROM circle JOIN community ON community.id = circle.community_id
    WHERE ${which(of)} AND ${visibleCommunity(actor)}
      AND ${olderThan(sql`circle.founded_at`, sql`circle.id`, readCursor(cursor, 'number', 'id'))}
    ORDER BY circle.founded_at DESC, circle.id DESC
    LIMIT ${sql.lit(limit + 1)}
  `.execute(db);
  return pageOf(
    rows,
    limit,
    ({ founded_us, id }) => [founded_us, id],
    (row) =>
      viewCircle(circleFromRow(row), {
        viewer: actor.personId,
        member: row.member,
        community: { id: row.community_id, name: row.community_name },
        people: new Map((row.people ?? []).map((person) => [person.id, person])),
      }),
  );
}

function which(of: Of): RawBuilder<unknown> {
  if ('communityId' in of) return sql`circle.community_id = ${of.communityId}`;
  if ('circleId' in of) return sql`circle.id = ${of.circleId}`;
  return sql`circle.id IN (SELECT circle_id FROM circle_peer WHERE person_id = ${of.peerId})`;
}
