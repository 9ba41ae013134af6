import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { dumpRows, writingsOf, writingsOfText } from './dump.ts';

const db = testDatabase();
const id = '01950000-1234-7abc-8def-0123456789ab';
const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');

describe('somebody who is written down in a database is found', () => {
  it.each([
    ['as an id', sql`${id}::uuid`],
    ['as text', sql`${`by ${id}.`}::text`],
    ['inside of JSON', sql`${JSON.stringify({ deep: [{ who: id }] })}::jsonb`],
    ['as bytes', sql`${bytes}::bytea`],
    ['as bytes among others', sql`${Buffer.concat([Buffer.from([1]), bytes, Buffer.from([2])])}::bytea`],
    ['as text in a binary column', sql`${Buffer.from(`x${id}y`)}::bytea`],
    ['as text without hyphens in a binary column', sql`${Buffer.from(id.replaceAll('-', ''))}::bytea`],
    ['in capitals', sql`${id.toUpperCase()}::text`],
    ['in base64', sql`${bytes.toString('base64')}::text`],
    ['in base64 for addresses', sql`${bytes.toString('base64url')}::text`],
    ['in base64 as text', sql`${Buffer.from(id).toString('base64')}::text`],
    [
      'in base64 that begins one byte earlier',
      sql`${Buffer.concat([Buffer.from('a'), bytes]).toString('base64')}::text`,
    ],
    [
      'in base64 that begins two bytes earlier',
      sql`${Buffer.concat([Buffer.from('ab'), bytes]).toString('base64')}::text`,
    ],
  ])('%s', async (_how, value) => {
    await sql`CREATE TABLE hiding_place AS SELECT ${value} AS held`.execute(db());
    const rows = [...(await dumpRows(db()))].filter((row) => row.includes('hiding_place'));
    await sql`DROP TABLE hiding_place`.execute(db());

    expect(rows).toHaveLength(1);
    expect(writingsOf(id).filter((writing) => rows[0]?.includes(writing))).not.toEqual([]);
  });

  it('by name in a binary column', async () => {
    await sql`CREATE TABLE hiding_place AS SELECT ${Buffer.from('for Zephyr')}::bytea AS held`.execute(db());
    const rows = [...(await dumpRows(db()))].join('\n');
    await sql`DROP TABLE hiding_place`.execute(db());

    expect(writingsOfText('Zephyr').some((writing) => rows.includes(writing))).toBe(true);
  });

  it('and nobody else is taken for them', () => {
    const other = '01950000-1234-7abc-8def-0123456789ac';
    expect(writingsOf(other).filter((writing) => id.includes(writing))).toEqual([]);
  });
});
