import { type Actor, entraAccount, type OrganisationId, type PersonId } from '@copse/core';
import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { id, idOf, kinds, ORGANISATION, TENANT } from './ids.ts';

const COMMUNITY = idOf(kinds.community, 1);
const ALWAYS = JSON.stringify({ days: [], from: '09:00', to: '17:00' });

/** One community of so many people who want to hear of new questions at once, at any time, and one more who asks. */
export async function fillAudience(db: Kysely<Database>, people: number, serviceUrl: string): Promise<void> {
  await sql`INSERT INTO organisation (id, name, entra_tenant_id, created_at, revision)
    VALUES (${ORGANISATION}, 'Bench', ${TENANT}, '2025-01-01', 1)`.execute(db);
  await sql`INSERT INTO person (id, organisation_id, name, guest, administrator, time_zone, working_hours, languages,
      interests, profile_started, state, created_at, revision)
    SELECT ${id(kinds.person, 'n')}, ${ORGANISATION}::uuid, 'Person ' || n, false, false, 'Europe/Berlin', ${ALWAYS}::jsonb,
      '{}', '{}', true, 'present', '2025-01-01', 1
    FROM generate_series(0, ${people}::int) n`.execute(db);
  await sql`INSERT INTO conversation (organisation_id, conversation_id, person_id, service_url, renewed_at)
    SELECT organisation_id, 'a:' || id, id, ${serviceUrl}, now() FROM person`.execute(db);
  await sql`INSERT INTO community (id, organisation_id, archetype, name, purpose, domain, practice, charter, welcome, topics,
      format, visibility, reach, cadence, first_steps, stage, founded_at, liveliness, last_activity_at, updated_at,
      member_count, revision)
    VALUES (${COMMUNITY}, ${ORGANISATION}, 'guild', 'Everybody', 'What concerns everybody', '', '', '', '', '{}',
      'formal-network', 'open', 'organisation', '', '[]', 'maturing', '2025-01-01', 1400, '2026-01-01', '2026-01-01',
      ${people + 1}, 1)`.execute(db);
  await sql`INSERT INTO membership (community_id, person_id, state, since, revision)
    SELECT ${COMMUNITY}, id, 'member', '2025-06-01', 1 FROM person`.execute(db);
  await sql`INSERT INTO conduct_acknowledgement (community_id, person_id, acknowledged_on)
    VALUES (${COMMUNITY}, ${asker.personId}, '2026-01-01')`.execute(db);
  await sql`INSERT INTO notification_choice (person_id, kind, time)
    SELECT id, 'new-question', 'now' FROM person WHERE id <> ${asker.personId}`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
}

export const asker: Actor = {
  personId: idOf(kinds.person, 0) as PersonId,
  organisationId: ORGANISATION as OrganisationId,
  account: entraAccount(TENANT, idOf(kinds.person, 0)),
  guest: false,
  administrator: false,
};

export const questionForAll = {
  communityId: COMMUNITY,
  title: 'Who has tried to keep a hundred thousand people up to date?',
  details: 'And did they **mind**?',
  topics: [],
  visibility: 'organisation',
  anonymous: false,
} as const;
