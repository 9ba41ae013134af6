import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What another system calls a record of ours, and a hash of how it last described it: importing it again is no change.
  await sql`
    CREATE TABLE imported (
      organisation_id uuid NOT NULL REFERENCES organisation,
      section text NOT NULL CHECK (section IN ('people', 'communities', 'memberships', 'practices')),
      external_id text NOT NULL,
      ref_id uuid NOT NULL,
      hash bytea NOT NULL,
      imported_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, section, external_id)
    )
  `.execute(db);
  await sql`CREATE INDEX imported_ref ON imported (ref_id)`.execute(db);
}
