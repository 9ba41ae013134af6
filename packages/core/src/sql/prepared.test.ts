import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { prepared, preparedBy } from './prepared.ts';

const db = testDatabase();

type Pair = { readonly one: string; readonly two: string };

it('a prepared statement is filled in anew each time, wherever a value stands in it', async () => {
  const pair = prepared<Pair, { text: string }>(
    ({ one, two }) => sql`SELECT ${two}::text || ${one}::text || ${two}::text || ${'!'}::text AS text`,
  );

  expect(await pair(db(), { one: 'a', two: 'b' })).toEqual([{ text: 'bab!' }]);
  expect(await pair(db(), { one: 'c', two: 'd' })).toEqual([{ text: 'dcd!' }]);
});

it('calls at the same time do not mix their values', async () => {
  const echo = prepared<{ readonly number: number }, { number: number }>(
    ({ number }) => sql`SELECT ${number}::int AS number`,
  );
  const numbers = Array.from({ length: 50 }, (_, number) => number);

  const answers = await Promise.all(numbers.map((number) => echo(db(), { number })));

  expect(answers.flat().map(({ number }) => number)).toEqual(numbers);
});

it('each look of a statement is put together once', async () => {
  let times = 0;
  const list = preparedBy<{ readonly upTo: number }, { readonly from: number }, { n: number }>(
    ({ upTo }) => String(upTo),
    ({ upTo }, { from }) => {
      times += 1;
      return sql`SELECT n FROM generate_series(${from}::int, ${sql.lit(upTo)}) AS n`;
    },
  );
  const read = async (from: number, upTo: number) => (await list({ upTo })(db(), { from })).map(({ n }) => n);

  expect([await read(1, 2), await read(2, 2), await read(3, 4)]).toEqual([[1, 2], [2], [3, 4]]);
  expect(times).toBe(2);
});

it('values that come back may be sent once each, and still stand where they belong', async () => {
  const both = prepared<{ a: number; b: number }, { row: string; sent: number }>(
    ({ a, b }) => sql`
      SELECT concat(${a}::int, ${b}::int, ${7}::int, ${a}::int, ${7}::int, ${b}::int) AS row,
        (SELECT max(cardinality(parameter_types)) FROM pg_prepared_statements WHERE statement LIKE '%AS row%') AS sent`,
    { merging: true },
  );

  expect(await both(db(), { a: 1, b: 2 })).toEqual([{ row: '127172', sent: 4 }]);
  expect(await both(db(), { a: 3, b: 4 })).toEqual([{ row: '347374', sent: 4 }]);
});

it('so is a statement that Kysely puts together', async () => {
  const called = prepared<{ readonly name: string; readonly most: number }, { name: string }>(({ name, most }, on) =>
    on
      .selectFrom(sql<{ name: string; size: number }>`(VALUES ('a', 1), ('b', 2))`.as<'one'>(sql`one(name, size)`))
      .select('name')
      .where('name', '=', name)
      .where('size', '<=', most),
  );

  expect(await called(db(), { name: 'a', most: 1 })).toEqual([{ name: 'a' }]);
  expect(await called(db(), { name: 'b', most: 1 })).toEqual([]);
  expect(await called(db(), { name: 'b', most: 2 })).toEqual([{ name: 'b' }]);
});
