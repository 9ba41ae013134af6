import { type Kysely, sql } from 'kysely';

/** Who has been told that they lead the next meeting of a circle, so that it shows where that is somebody else by now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE circle ADD COLUMN leader_id uuid REFERENCES person`.execute(db);
  await sql`CREATE INDEX circle_leader ON circle (leader_id) WHERE leader_id IS NOT NULL`.execute(db);
  await sql`
    UPDATE circle SET leader_id = (SELECT p.person_id FROM circle_peer p WHERE p.circle_id = circle.id
      ORDER BY (SELECT count(*) FROM circle_meeting m WHERE m.circle_id = circle.id AND m.facilitator_id = p.person_id),
        p.place LIMIT 1)
    WHERE state = 'meeting'
  `.execute(db);
}
