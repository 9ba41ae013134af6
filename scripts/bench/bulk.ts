import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';

/**
 * Fills tables without their indexes, which are made afterwards at once: several times as fast as keeping them up to
 * date row by row. Those that hold a constraint stay.
 */
export async function inBulk(
  db: Kysely<Database>,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    WHERE indrelid::regclass::text = ANY(${tables}::text[]) AND NOT indisunique
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  `.execute(db);
  for (const { name } of rows) await sql`DROP INDEX ${sql.raw(name)}`.execute(db);
  await work();
  await db.connection().execute(async (one) => {
    await sql`SET maintenance_work_mem = '256MB'`.execute(one);
    for (const { definition } of rows) await sql.raw(definition).execute(one);
    await sql`RESET maintenance_work_mem`.execute(one);
  });
}
