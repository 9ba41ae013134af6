import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What people say they can stands beside what they have shown, for every community that they are in: whoever is looked
  // for is then read off one index, however many people and skills there are. The rows come with the next sweep.
  await sql`DELETE FROM expertise`.execute(db);
  await sql`ALTER TABLE expertise ADD COLUMN teaches boolean NOT NULL, ADD COLUMN practises boolean NOT NULL`.execute(
    db,
  );
  // Drawn anew whenever it is counted, as when somebody has been asked: among a thousand who can the same, all get a turn.
  await sql`ALTER TABLE expertise ADD COLUMN lot real NOT NULL`.execute(db);
  await sql`DROP INDEX expertise_best`.execute(db);
  await sql`CREATE INDEX expertise_best ON expertise (community_id, topic, score DESC, lot)`.execute(db);
}
