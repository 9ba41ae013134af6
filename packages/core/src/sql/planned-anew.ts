import { type RawBuilder, sql } from 'kysely';

/**
 * In front of a statement about many rows at once: PostgreSQL plans it anew for every call, with their number and with
 * the size that the tables have by then. The plan of a prepared statement is made when a table is still small, and goes
 * on reading the whole of it when it has grown.
 */
export const PLANNED_ANEW = sql.raw('/* planned anew */');

type Column = 'uuid' | 'text' | 'integer' | 'boolean' | 'timestamptz';

/** Rows as a table to join with; unlike those of a JSON text, PostgreSQL knows how many they are. */
export function listed<Row extends object>(
  rows: readonly Row[],
  columns: { readonly [Name in keyof Row]?: Column },
): RawBuilder<unknown> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const values = names.map((name) => {
    const all = rows.map((row) => row[name]);
    return sql`${all}::${sql.raw(columns[name] as Column)}[]`;
  });
  // `AS name(columns)` cannot be said by who calls this, so the columns get their names here.
  return sql`(SELECT * FROM unnest(${sql.join(values)}) AS listed(${sql.join(names.map((name) => sql.ref(name)))}))`;
}
