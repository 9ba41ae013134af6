import { type RawBuilder, sql } from 'kysely';

/** PostgreSQL counts microseconds and a JavaScript date does not: a cursor that rounded would skip or repeat somebody. */
export const microsecondsOf = (at: RawBuilder<unknown>): RawBuilder<number> =>
  sql`(extract(epoch FROM ${at}) * 1000000)::bigint`;

const fromMicroseconds = (count: number) => sql`('epoch'::timestamptz + ${count}::bigint * interval '1 microsecond')`;

type Column = RawBuilder<unknown>;
type Cursor = readonly [microseconds: number, id: string] | undefined;

/** Whether a row comes after a cursor in a list with the newest, or the oldest, first; every row where there is none. */
export const olderThan = (at: Column, id: Column, cursor: Cursor): RawBuilder<unknown> =>
  cursor ? sql`(${at}, ${id}) < (${fromMicroseconds(cursor[0])}, ${cursor[1]}::uuid)` : sql`true`;
export const newerThan = (at: Column, id: Column, cursor: Cursor): RawBuilder<unknown> =>
  cursor ? sql`(${at}, ${id}) > (${fromMicroseconds(cursor[0])}, ${cursor[1]}::uuid)` : sql`true`;
