import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';

/** Asks the database for the least that it can answer. */
export const askDatabase = (db: Kysely<Database>) => async (): Promise<void> => {
  await sql`SELECT 1`.execute(db);
};
