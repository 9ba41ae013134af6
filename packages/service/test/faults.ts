import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';

/** While `work` runs, PostgreSQL refuses a community of this name for a reason that nobody expects. */
export async function withFault<Answer>(
  db: Kysely<Database>,
  name: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await sql`ALTER TABLE community ADD CONSTRAINT fault CHECK (name <> ${sql.lit(name)})`.execute(db);
  try {
    return await work();
  } finally {
    await sql`ALTER TABLE community DROP CONSTRAINT fault`.execute(db);
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
