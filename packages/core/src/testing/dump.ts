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

/**
 * In which ways a word could be written down: as it is, in base64, and in the hexadecimal in which binary columns are
 * dumped. Needed for names and accounts as much as for ids, since a binary column can hold text.
 */
export function writingsOfText(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [...new Set([text, bytes.toString('hex'), ...inBase64(bytes)])];
}

/** The same for an id, which can also be written without hyphens, in capitals, or as its sixteen bytes. */
export function writingsOf(id: string): readonly string[] {
  const hex = id.replaceAll('-', '');
  const texts = [id, id.toUpperCase(), hex, hex.toUpperCase()].flatMap(writingsOfText);
  return [...new Set([...texts, ...inBase64(Buffer.from(hex, 'hex'))])];
}

/** Inside of something longer base64 begins at another bit: for each of the three beginnings what does not depend on it. */
function inBase64(bytes: Buffer): readonly string[] {
  const whole = bytes.toString('base64').replace(/=+$/u, '');
  const shifted = [1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [whole, ...shifted].filter(({ length }) => length > 7).flatMap((text) => [text, urlSafe(text)]);
}

const urlSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
