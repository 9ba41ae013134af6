import { type Kysely, sql } from 'kysely';

/** Who asks without a name looks up what became of it among the few that name nobody, in their own communities. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX broadcast_unnamed ON broadcast (community_id, at DESC, id DESC)
    WHERE what = 'question-asked' AND caused_by IS NULL
  `.execute(db);
}
