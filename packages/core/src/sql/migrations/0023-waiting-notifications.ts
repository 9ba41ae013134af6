import { type Kysely, sql } from 'kysely';

/**
 * What else waits for one person is found by this index and by no other. Before, `notification_due` would do as well,
 * and PostgreSQL, which hears late that a hundred thousand wait, went through all of them for every claim.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX notification_waiting`.execute(db);
  await sql`CREATE INDEX notification_waiting ON notification (recipient_id) WHERE state = 'queued'`.execute(db);
}
