import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';

/** Every row of every table as text, binary columns in hexadecimal, with the table's name in front. */
export async function dumpRows(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
  `.execute(db);
  const dumped = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.raw(name)} AS t`.execute(db);
    for (const { text } of rows) dumped.add(`${name} ${text}`);
  }
  return dumped;
}

/** In which ways the id of somebody could be written down: as it is, without hyphens, and in base64. */
export function writingsOf(id: string): readonly string[] {
  const hex = id.replaceAll('-', '');
  const bytes = Buffer.from(hex, 'hex');
  const base64 = [bytes.toString('base64'), Buffer.from(id).toString('base64')].map((text) => text.replace(/=+$/u, ''));
  // Inside of something longer base64 begins at another bit: what all three ways of beginning have in common.
  const shifted = [1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    id,
    id.toUpperCase(),
    hex,
    hex.toUpperCase(),
    ...base64,
    ...base64.map(urlSafe),
    ...shifted,
    ...shifted.map(urlSafe),
  ];
}

const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
