import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { inBulk, indexInTwo } from './bulk.ts';
import { id, kinds, ORGANISATION, TENANT } from './ids.ts';

export type Size = {
  readonly people: number;
  readonly communities: number;
  readonly memberships: number;
  readonly practices: number;
  /** How many there are by now. */
  readonly questions: number;
};

export const TOPICS = `ARRAY['accessibility','testing','welding','data science','cloud cost','mentoring','safety','writing','security','design systems','observability','procurement','robotics','privacy','facilitation','spreadsheets']`;
const WORDS = `ARRAY['careful','shared','quick','daily','quiet','remote','local','open','steady','early','simple','honest','global','regional','practical','curious']`;
export const pick = (words: string, n: string) => sql.raw(`(${words})[1 + ((${n})::int % 16)]`);

/** Fills an empty, migrated database with an organisation of this size, without questions. Same size, same rows. */
export async function fill(db: Kysely<Database>, size: Size): Promise<void> {
  await sql`SELECT setseed(0.42)`.execute(db);
  await sql`INSERT INTO organisation (id, name, entra_tenant_id, administered, created_at, revision)
    VALUES (${ORGANISATION}, 'Bench', ${TENANT}, true, '2025-01-01', 1)`.execute(db);
  await fillPeople(db, size);
  await fillCommunities(db, size);
  await fillMemberships(db, size);
  await fillPractices(db, size);
  // As the subscriber would have filled it, made at once by what the command line has for that.
  await inBulk(db, ['search_document', 'search_word'], async () => {
    await indexInTwo(db, 'community', size.communities);
    await indexInTwo(db, 'practice', size.practices);
    await indexInTwo(db, 'person', size.people);
  });
  await sql`VACUUM ANALYZE`.execute(db);
}

async function fillPeople(db: Kysely<Database>, { people }: Size) {
  await sql`INSERT INTO person (id, organisation_id, name, affiliation, guest, administrator, time_zone, working_hours,
      languages, interests, challenge, profile_started, state, created_at, revision)
    SELECT ${id(kinds.person, 'n')}, ${ORGANISATION}::uuid, 'Person ' || to_hex(n * 7919 % 1000003) || ' ' || n,
      'Department ' || n % 200, n % 50 = 0, n = 2, 'Europe/Berlin',
      '{"days":[1,2,3,4,5],"from":"09:00","to":"17:00"}', '{en}',
      ARRAY[${pick(TOPICS, 'n')}, ${pick(TOPICS, 'n / 16 + n + 3')}], null, true, 'present',
      timestamptz '2025-01-01' + n % 600 * interval '1 day', 1
    FROM generate_series(1, ${people}::int) n`.execute(db);
  await sql`INSERT INTO skill (person_id, topic, level)
    SELECT ${id(kinds.person, 'n')}, ${pick(TOPICS, 'n * 3 + 5')}, 'practises' FROM generate_series(1, ${people}::int) n`.execute(
    db,
  );
  await sql`INSERT INTO account (key, person_id, label, linked_at)
    SELECT 'entra:' || ${TENANT} || ':' || ${id(kinds.person, 'n')}, ${id(kinds.person, 'n')}, 'Teams', '2025-01-01'
    FROM generate_series(1, ${people}::int) n`.execute(db);
}

async function fillCommunities(db: Kysely<Database>, { communities }: Size) {
  await sql`INSERT INTO community (id, organisation_id, archetype, name, purpose, domain, practice, charter, welcome, topics,
      format, visibility, reach, cadence, first_steps, stage, founded_at, liveliness, last_activity_at, updated_at, revision)
    SELECT ${id(kinds.community, 'n')}, ${ORGANISATION}::uuid, 'guild',
      initcap(${pick(WORDS, 'n')} || ' ' || ${pick(TOPICS, 'n / 16')}) || ' ' || n,
      'People who care about ' || ${pick(TOPICS, 'n / 16')} || ' and learn it together in a ' || ${pick(WORDS, 'n + 5')} || ' way.',
      repeat('What belongs here, and what does not. ', 8), repeat('How we work, in short. ', 8),
      repeat('We meet, we listen, we write down what we learned. ', 20), 'Welcome!',
      ARRAY[${pick(TOPICS, 'n / 16')}, ${pick(TOPICS, 'n + 7')}], 'formal-network',
      CASE WHEN n % 10 = 0 THEN 'by-invitation' WHEN n % 4 = 0 THEN 'on-request' ELSE 'open' END,
      CASE WHEN n % 3 = 0 THEN 'partners' ELSE 'organisation' END, 'Every two weeks',
      '[{"text":"Write the first practice","done":true},{"text":"Offer an hour a week","done":false}]',
      (ARRAY['potential','coalescing','maturing','stewardship','transformation'])[1 + n % 5],
      timestamptz '2025-01-01' + n % 600 * interval '1 day', 1400 + random() * 20,
      timestamptz '2026-06-01' + n % 100 * interval '1 day', '2026-06-01', 1
    FROM generate_series(1, ${communities}::int) n`.execute(db);
  await sql`INSERT INTO stage_change (community_id, position, stage, since)
    SELECT ${id(kinds.community, 'n')}, p, (ARRAY['potential','coalescing','maturing'])[p + 1],
      timestamptz '2025-01-01' + p * interval '90 days'
    FROM generate_series(1, ${communities}::int) n, generate_series(0, 2) p`.execute(db);
  await sql`INSERT INTO connection (id, community_id, organisation_id, kind, external_id, name, connected_at)
    SELECT gen_random_uuid(), ${id(kinds.community, 'n')}, ${ORGANISATION}::uuid, 'teams-channel', 'team|' || n, 'General', '2025-01-01'
    FROM generate_series(1, ${communities}::int) n`.execute(db);
}

async function fillMemberships(db: Kysely<Database>, { people, communities, memberships }: Size) {
  const each = memberships / people;
  await sql`INSERT INTO membership (community_id, person_id, state, since, revision)
    SELECT ${id(kinds.community, `1 + (p * 31 + k * 97) % ${communities}`)}, ${id(kinds.person, 'p')}, 'member',
      timestamptz '2025-06-01' + (p + k * 40) % 500 * interval '1 day', 1
    FROM generate_series(1, ${people}::int) p, generate_series(0, ${each}::int - 1) k
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO role_grant (community_id, person_id, role, since)
    SELECT community_id, person_id, (ARRAY['coordinator','facilitator','knowledge-steward','expert','expert','mentor'])[place], since
    FROM (SELECT *, row_number() OVER (PARTITION BY community_id ORDER BY person_id) AS place FROM membership) m
    WHERE place <= 6`.execute(db);
  await sql`INSERT INTO conduct_acknowledgement (community_id, person_id, acknowledged_on)
    SELECT community_id, person_id, '2026-01-01' FROM membership`.execute(db);
}

async function fillPractices(db: Kysely<Database>, { people, communities, practices }: Size) {
  await sql`INSERT INTO practice (id, organisation_id, community_id, title, context, body, summary, topics, life, life_since,
      visibility, owner_id, review_by, version, created_at, updated_at, revision)
    SELECT ${id(kinds.practice, 'n')}, ${ORGANISATION}::uuid, ${id(kinds.community, `1 + n % ${communities}`)},
      initcap(${pick(WORDS, 'n')} || ' ' || ${pick(TOPICS, 'n / 16')} || ' practice ') || n,
      'When a team meets ' || ${pick(TOPICS, 'n / 16')} || ' for the first time.',
      repeat('Do the **next** right thing, then look at what happened. ', 40),
      'When a team meets ' || ${pick(TOPICS, 'n / 16')} || ' for the first time.',
      ARRAY[${pick(TOPICS, 'n / 16')}],
      (ARRAY['draft','proposed','endorsed','in-use','in-use','under-review','retired'])[1 + n % 7],
      '2026-01-01', (ARRAY['members','organisation','organisation','partners'])[1 + n % 4],
      ${id(kinds.person, `1 + n * 13 % ${people}`)}, date '2026-09-01' + n % 300, 1,
      timestamptz '2025-09-01' + n % 300 * interval '1 day', timestamptz '2026-01-01' + n * interval '7 minutes', 1
    FROM generate_series(1, ${practices}::int) n`.execute(db);
  await sql`INSERT INTO practice_version (practice_id, version, title, context, body, topics, by, at)
    SELECT id, 1, title, context, body, topics, owner_id, created_at FROM practice`.execute(db);
  await sql`INSERT INTO practice_credit SELECT id, owner_id, 'author', created_at FROM practice`.execute(db);
  await sql`INSERT INTO endorsement (practice_id, person_id, version, at)
    SELECT ${id(kinds.practice, 'n')}, ${id(kinds.person, `1 + (n * 17 + k * 29) % ${people}`)}, 1, '2026-02-01'
    FROM generate_series(1, ${practices}::int) n, generate_series(1, 3) k ON CONFLICT DO NOTHING`.execute(db);
  await sql`UPDATE practice SET endorsement_count = (SELECT count(*) FROM endorsement e WHERE e.practice_id = practice.id)`.execute(
    db,
  );
  await sql`UPDATE community SET
    member_count = (SELECT count(*) FROM membership m WHERE m.community_id = community.id),
    practice_count = (SELECT count(*) FROM practice p WHERE p.community_id = community.id AND life NOT IN ('draft', 'retired'))`.execute(
    db,
  );
}
