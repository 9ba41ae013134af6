import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { readInstant, readTexts } from './reading-values.ts';

const usualInstant = pg.types.getTypeParser(1184) as (text: string) => Date;
const usualTexts = pg.types.getTypeParser(1009 as never) as (text: string) => string[];
const db = testDatabase();

describe('instants as PostgreSQL sends them', () => {
  it.each([
    '2026-11-29 06:26:10+00',
    '2026-11-29 06:26:10.5+00',
    '2026-11-29 06:26:10.05+00',
    '2026-11-29 06:26:10.123+00',
    '2026-11-29 06:26:10.123999+00',
    '2026-11-29 06:26:10.12-03:30',
    '2026-11-29 08:26:10+02',
    '0099-01-01 00:00:00+00',
    '12026-01-01 00:00:00+00',
    '0044-03-15 00:00:00+00 BC',
    'infinity',
  ])('%s is what pg reads', (text) => expect(readInstant(text)).toEqual(usualInstant(text)));

  it('come back from the database as they went in', async () => {
    const instant = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(instant, { minLength: 1, maxLength: 50 }), async (dates) => {
        const { rows } = await sql<{
          at: Date;
        }>`SELECT unnest(${dates.map((date) => date.toISOString())}::timestamptz[]) AS at`.execute(db());
        expect(rows.map(({ at }) => at)).toEqual(dates);
      }),
      { numRuns: 30 },
    );
  });
});

describe('lists of texts as PostgreSQL sends them', () => {
  it.each([
    '{}',
    '{a}',
    '{a,b}',
    '{"",a}',
    '{"a b",c,"d,e"}',
    '{c,"a b"}',
    '{NULL,a}',
    '{"NULL"}',
    '{"{","}"}',
    '[2:3]={a,b}',
  ])('%s is what pg reads', (text) => expect(readTexts(text)).toEqual(usualTexts(text)));

  it('come back from the database as they went in', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\\', '{', '}', "'", 'é', 'N', 'U', 'L') }),
      fc.constantFrom('', 'NULL', 'null', 'inclusive design'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 20 }), async (lists) => {
        const each = sql.join(lists.map((list) => sql`(${list}::text[])`));
        const { rows } = await sql<{ list: string[] }>`SELECT list FROM (VALUES ${each}) AS given (list)`.execute(db());
        expect(rows.map(({ list }) => list)).toEqual(lists);
      }),
      { numRuns: 60 },
    );
  });
});
