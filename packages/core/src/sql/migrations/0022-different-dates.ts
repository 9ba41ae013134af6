import { type Kysely, sql } from 'kysely';

/** A calendar asks for the few dates that are not as their series has them; it need not look at all the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE occurrence ADD COLUMN differs boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    UPDATE occurrence o SET differs = true FROM gathering g
    WHERE g.id = o.gathering_id AND (o.cancelled_at IS NOT NULL OR o.starts_at <> o.planned_at OR o.title IS NOT NULL
      OR o.venue IS NOT NULL OR o.meeting_url IS NOT NULL
      OR o.ends_at - o.starts_at <> make_interval(mins => g.minutes))`.execute(db);
  await sql`CREATE INDEX occurrence_differs ON occurrence (gathering_id, starts_at) WHERE differs`.execute(db);
}
