import { type Kysely, type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { IntroductionId, PersonId } from '../kernel/ids.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import type { IntroductionView } from './contract.ts';
import { introductionLimits, NEWCOMER_DAYS } from './limits.ts';
import type { IntroductionViews } from './ports.ts';
import {
  type CommunityRow,
  type IntroductionRow,
  viewInCommunity,
  viewIntroduction,
  viewWish,
  type WishRow,
} from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function sqlIntroductionViews({ db, now }: Deps): IntroductionViews {
  return {
    async inCommunity(actor, communityId) {
      const { rows } = await communityQuery(actor, communityId, new Date(now().getTime() - YEAR_MS)).execute(db);
      return viewInCommunity(rows[0] as CommunityRow, now());
    },

    async mine(actor) {
      const [wishes, kept] = await Promise.all([wishesQuery(actor).execute(db), keptApartQuery(actor).execute(db)]);
      return { wishes: wishes.rows.map((row) => viewWish(row, now())), keptApart: kept.rows.map(viewPersonCard) };
    },

    async list(actor, { cursor, limit }) {
      const key = readCursor(cursor, 'instant', 'id');
      const after = key ? sql`AND (introduced.at, introduction.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql``;
      const { rows } = await introductionsQuery(
        sql`introduced.person_id = ${actor.personId} ${after} ORDER BY introduced.at DESC, introduction.id DESC LIMIT ${limit + 1}`,
      ).execute(db);
      return pageOf(
        rows,
        limit,
        ({ at_us, id }) => [at_us, id],
        (row) => viewIntroduction(row, actor.personId, now()),
      );
    },

    async see(actor, id) {
      const { rows } = await introductionsQuery(
        sql`introduced.person_id = ${actor.personId} AND introduction.id = ${id}`,
      ).execute(db);
      return rows[0] && viewIntroduction(rows[0], actor.personId, now());
    },

    async named(people) {
      if (people.length === 0) return new Map();
      const rows = await db
        .selectFrom('person')
        .select(['id', 'name', 'affiliation', 'guest', 'state'])
        .where('id', 'in', [...people])
        .execute();
      return new Map(rows.map((row) => [row.id as PersonId, viewPersonCard(row)]));
    },
  };
}

/** Several introductions, each as one of its people sees it, by `<introduction> <person>`. */
export async function introductionsOf(
  db: Kysely<Database>,
  asked: readonly { readonly id: IntroductionId; readonly personId: PersonId }[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly view: IntroductionView; readonly timeZone: string }>> {
  const [ids, people] = [asked.map(({ id }) => id), asked.map(({ personId }) => personId)];
  const { rows } = await introductionsQuery(sql`(introduced.introduction_id, introduced.person_id) IN (
    SELECT * FROM unnest(${ids}::uuid[], ${people}::uuid[]))`).execute(db);
  return new Map(
    rows.map((row) => [
      `${row.id} ${row.viewer_id}`,
      { view: viewIntroduction(row, row.viewer_id, now), timeZone: row.time_zone },
    ]),
  );
}

const communityQuery = ({ personId }: Actor, communityId: string, since: Date) => sql<CommunityRow>`
  SELECT arrangement.cadence, arrangement.size, arrangement.next_at, arrangement.revision,
    (SELECT count(*)::int FROM introduction_wish w JOIN person p ON p.id = w.person_id AND p.state = 'present'
      JOIN membership m ON m.community_id = w.community_id AND m.person_id = w.person_id AND m.state = 'member'
      WHERE w.community_id = community.id) AS wishes,
    wish.since, wish.paused_until, wish.team,
    round.begun_at, round.planned_at, round.people, round.groups,
    told.answered, told.met, told.useful
  FROM community
  LEFT JOIN introduction_arrangement arrangement ON arrangement.community_id = community.id
  LEFT JOIN introduction_wish wish ON wish.community_id = community.id AND wish.person_id = ${personId}
  LEFT JOIN LATERAL (SELECT * FROM introduction_round r WHERE r.community_id = community.id
    ORDER BY r.number DESC LIMIT 1) round ON true
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS answered, count(*) FILTER (WHERE one.met = 'met')::int AS met,
      count(*) FILTER (WHERE one.useful)::int AS useful
    FROM introduction made JOIN introduced one ON one.introduction_id = made.id
    WHERE made.community_id = community.id AND made.at > ${since} AND one.met IS NOT NULL
  ) told ON true
  WHERE community.id = ${communityId}
`;

const wishesQuery = ({ personId }: Actor) => sql<WishRow>`
  SELECT wish.since, wish.paused_until, wish.team, community.id, community.name
  FROM introduction_wish wish
  JOIN community ON community.id = wish.community_id
  JOIN membership ON membership.community_id = wish.community_id AND membership.person_id = wish.person_id
    AND membership.state = 'member'
  WHERE wish.person_id = ${personId} AND community.closed_at IS NULL
  ORDER BY community.folded_name, community.id LIMIT 200
`;

const keptApartQuery = ({ personId }: Actor) => sql<PersonCardRow>`
  SELECT person.id, person.name, person.affiliation, person.guest, person.state
  FROM kept_apart JOIN person ON person.id = kept_apart.other_id
  WHERE kept_apart.person_id = ${personId} AND person.state = 'present'
  ORDER BY person.folded_name, person.id LIMIT ${introductionLimits.keptApart}
`;

/** Introductions as some of their people see them, with all of their people and what these say about themselves. */
const introductionsQuery = (which: RawBuilder<unknown>) => sql<IntroductionRow>`
  SELECT introduction.id, introduction.at, introduction.times, community.id AS community_id,
    community.name AS community_name,
    to_char(introduced.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at_us,
    introduced.met, introduced.useful, introduced.person_id AS viewer_id, viewer.time_zone,
    (SELECT json_agg(json_build_object('person', ${personJson('p')}, 'suits', one.suits,
        'interests', p.interests, 'languages', p.languages,
        'account', (SELECT key FROM account WHERE account.person_id = p.id AND key LIKE 'entra:%'
          ORDER BY linked_at LIMIT 1),
        'skills', coalesce((SELECT json_agg(json_build_object('topic', s.topic, 'level', s.level) ORDER BY s.position)
          FROM skill s WHERE s.person_id = p.id), '[]'::json),
        'newcomer', coalesce(m.since > introduction.at - make_interval(days => ${NEWCOMER_DAYS}), false))
        ORDER BY p.folded_name, p.id)
      FROM introduced one JOIN person p ON p.id = one.person_id
      LEFT JOIN membership m ON m.community_id = introduction.community_id AND m.person_id = p.id
      WHERE one.introduction_id = introduction.id) AS people
  FROM introduced
  JOIN introduction ON introduction.id = introduced.introduction_id
  JOIN community ON community.id = introduction.community_id
  JOIN person viewer ON viewer.id = introduced.person_id
  WHERE ${which}
`;
