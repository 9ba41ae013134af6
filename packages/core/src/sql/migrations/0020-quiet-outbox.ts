import { type Kysely, sql } from 'kysely';

/**
 * Nobody is told of new facts at the commit any more: PostgreSQL lets transactions that notify commit one after the
 * other, each with a wait for the disk of its own. Relays look several times a second instead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TRIGGER outbox_announced ON outbox`.execute(db);
  await sql`DROP FUNCTION copse_announce_outbox()`.execute(db);
}
