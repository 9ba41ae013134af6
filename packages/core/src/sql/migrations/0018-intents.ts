import { type Kysely, sql } from 'kysely';

/** What was begun and cut off is found again, and not done twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A write that may be tried again has an intent. Its facts carry it, so that a second try cannot save them once more.
  // The intent is a number drawn by lot: only whoever has the key of the service can tell whose it was.
  await sql`
    ALTER TABLE idempotent_answer ADD COLUMN intent uuid NOT NULL DEFAULT gen_random_uuid()
  `.execute(db);
  await sql`ALTER TABLE outbox ADD COLUMN intent uuid, ADD COLUMN nth smallint`.execute(db);
  await sql`CREATE UNIQUE INDEX outbox_intent ON outbox (intent, type, nth) WHERE intent IS NOT NULL`.execute(db);

  // Messages to the bot that some process is answering or has answered. Nothing is lost with it: not written to disk.
  await sql`
    CREATE UNLOGGED TABLE delivery (
      key bytea PRIMARY KEY,
      begun_at timestamptz NOT NULL,
      done boolean NOT NULL DEFAULT false
    )
  `.execute(db);
  await sql`CREATE INDEX delivery_age ON delivery (begun_at)`.execute(db);

  // Noted right before a message leaves the process: one that was not handed over can be sent again without doubt, and
  // one that was has most probably arrived, although its process died before it could note so.
  await sql`ALTER TABLE message ADD COLUMN handed boolean NOT NULL DEFAULT false`.execute(db);
}
