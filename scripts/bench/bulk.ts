import { type Database, rebuildSearch } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { idOf, kinds } from './ids.ts';

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

/** The search index of these, in two halves at once: while PostgreSQL takes in the one, texts of the other are read. */
export async function indexInTwo(
  db: Kysely<Database>,
  kind: 'community' | 'practice' | 'person' | 'question',
  upTo: number,
  from = 0,
): Promise<void> {
  const middle = Math.floor((from + upTo) / 2);
  const half = (first: number, last: number) =>
    rebuildSearch(db, new Date(), undefined, {
      kinds: [kind],
      after: idOf(kinds[kind], first),
      upTo: idOf(kinds[kind], last),
    });
  await Promise.all([half(from, middle), half(middle, upTo)]);
}
