import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { DatabaseTrouble } from './trouble.ts';

/**
 * Throws a `DatabaseTrouble` where PostgreSQL is older than `oldest`: migrations would fail half-way through words that
 * nobody but a programmer understands.
 */
export async function demandVersion(db: Kysely<Database>, oldest = 15): Promise<void> {
  const { rows } = await sql<{ version: string }>`SELECT current_setting('server_version') AS version`.execute(db);
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) >= oldest) return;
  throw new DatabaseTrouble(
    'other-version',
    `PostgreSQL ${version} is too old: Copse needs ${oldest} or newer. Upgrade it, or name another in DATABASE_URL.`,
  );
}
