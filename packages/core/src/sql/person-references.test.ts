import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { personReferences } from './person-references.ts';

const db = testDatabase();

it('every foreign key to a person has its place in merging, erasure and export', async () => {
  const { rows } = await sql<{ reference: string }>`
    SELECT conrelid::regclass || '.' || attname AS reference
    FROM pg_constraint
    JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
    WHERE contype = 'f' AND confrelid = 'person'::regclass
  `.execute(db());
  const listed = new Set(personReferences.map(({ table, column }) => `${table}.${column}`));

  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map(({ reference }) => reference).filter((reference) => !listed.has(reference))).toEqual([]);
});

it('every place that is listed exists', async () => {
  for (const { table, column, hidden = [], partOf } of personReferences) {
    const { rows } = await sql<{ column_name: string }>`
      SELECT column_name FROM information_schema.columns WHERE table_name = ${table}
    `.execute(db());
    const columns = rows.map(({ column_name }) => column_name);

    expect(columns).toEqual(expect.arrayContaining([column, ...hidden, ...(partOf ? [partOf.by] : [])]));
  }
});

it('what is unset on erasure may be empty', async () => {
  for (const { table, column } of personReferences.filter(({ onErase }) => onErase === 'unset')) {
    const { rows } = await sql<{ is_nullable: string }>`
      SELECT is_nullable FROM information_schema.columns WHERE table_name = ${table} AND column_name = ${column}
    `.execute(db());

    expect(rows).toEqual([{ is_nullable: 'YES' }]);
  }
});

it('every heading of the export is there once', () => {
  const headings = personReferences.map(({ exportAs }) => exportAs).filter((heading) => typeof heading === 'string');

  expect(new Set(headings).size).toBe(headings.length);
});
