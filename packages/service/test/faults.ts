import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';

/** While `work` runs, saving a community fails in a way that nobody expects, and the error quotes its name. */
export async function withFault<Answer>(db: Kysely<Database>, work: () => Promise<Answer>): Promise<Answer> {
  await sql`
    CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a fault near «%»', NEW.name; END $$
  `.execute(db);
  await sql`CREATE TRIGGER fault BEFORE INSERT ON community FOR EACH ROW EXECUTE FUNCTION fault()`.execute(db);
  try {
    return await work();
  } finally {
    await sql`DROP TRIGGER fault ON community`.execute(db);
    await sql`DROP FUNCTION fault()`.execute(db);
  }
}

/** While `work` runs, a table is missing. */
export async function withBrokenTable<Answer>(db: Kysely<Database>, work: () => Promise<Answer>): Promise<Answer> {
  await sql`ALTER TABLE community RENAME TO community_away`.execute(db);
  try {
    return await work();
  } finally {
    await sql`ALTER TABLE community_away RENAME TO community`.execute(db);
  }
}

/** Holds the row of a person until `release` is called: whoever writes it must wait. */
export function holdPeople(db: Kysely<Database>): {
  readonly held: Promise<void>;
  readonly release: () => void;
  readonly done: Promise<void>;
} {
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const done = db.transaction().execute(async (tx) => {
    await sql`SELECT id FROM person FOR UPDATE`.execute(tx);
    held.resolve();
    await gate.promise;
  });
  return { held: held.promise, release: gate.resolve, done };
}
