import { type Kysely, sql } from 'kysely';

/** Series that take turns, so that the burden of early and late hours does: which belong together, in their order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE rotation_turn (
      gathering_id uuid PRIMARY KEY REFERENCES gathering ON DELETE CASCADE,
      rotation_id uuid NOT NULL,
      turn smallint NOT NULL,
      turns smallint NOT NULL,
      UNIQUE (rotation_id, turn)
    )
  `.execute(db);
}
