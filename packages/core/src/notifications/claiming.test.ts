import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aNoticeScene } from '../testing/notice-scene.ts';
import { nextId } from '../testing/scene.ts';
import { claimDue } from './claim-store.ts';

const db = testDatabase();
const WAITING = 2000;
const TAKEN = 64;

/** What has been read of the indexes by which one finds what is due, and what else waits for a person. */
const readOfAllThatIsDue = async () => {
  const { rows } = await sql<{ looks: number; read: number }>`
    SELECT sum(idx_scan)::integer AS looks, sum(idx_tup_read)::integer AS read FROM pg_stat_user_indexes
    WHERE indexrelname IN ('notification_due', 'notification_waiting')
  `.execute(db());
  return rows[0] ?? { looks: 0, read: 0 };
};

it('messages are taken in hand without going through all that is due, which nobody has counted yet', async () => {
  const { organisationId, clock } = await aNoticeScene(db());
  const now = clock.now();
  await sql`ALTER TABLE notification SET (autovacuum_enabled = false)`.execute(db());
  await sql`VACUUM ANALYZE notification`.execute(db());
  await sql`
    INSERT INTO person (id, organisation_id, name, guest, administrator, time_zone, working_hours, languages, interests,
      profile_started, state, created_at, revision)
    SELECT gen_random_uuid(), ${organisationId}, 'Listener', false, false, 'Europe/Berlin', '{}', '{}', '{}', true,
      'present', ${now}, 1 FROM generate_series(1, ${WAITING}::int)
  `.execute(db());
  await sql`
    INSERT INTO notification (id, organisation_id, cause_id, what, kind, subject_kind, subject_id, recipient_id, state,
      due_at, expires_at, created_at)
    SELECT gen_random_uuid(), organisation_id, gen_random_uuid(), 'question-asked', 'new-question', 'question', id, id,
      'queued', ${now}, ${now}, ${now} FROM person WHERE name = 'Listener'
  `.execute(db());
  const before = await readOfAllThatIsDue();

  const deps = { db: db(), newId: nextId, sealing: { open: () => undefined } };
  const hold = { organisationId, now, until: new Date(now.getTime() + 120_000), claim: nextId(), limit: TAKEN };
  expect(await claimDue(deps, hold)).toHaveLength(TAKEN);

  // PostgreSQL tells of what it has counted a little later.
  await expect.poll(async () => (await readOfAllThatIsDue()).looks, { timeout: 10_000 }).toBeGreaterThan(before.looks);
  expect((await readOfAllThatIsDue()).read - before.read).toBeLessThan(4 * TAKEN);
});
