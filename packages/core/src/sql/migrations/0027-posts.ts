import { type Kysely, sql } from 'kysely';

/** What became of the newest post in each place of a community. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX notification_post ON notification (community_id, place, created_at DESC) WHERE place IS NOT NULL
  `.execute(db);
}
