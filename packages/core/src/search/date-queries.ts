import { type RawBuilder, sql } from 'kysely';
import { nextFirst } from '../gatherings/next-date-queries.ts';

/**
 * The date at which a gathering is opened, as a table `date`: the next one that is not cancelled, else the latest. Of
 * other kinds there is none. `found` has `kind` and `id`.
 */
export const dateOf = (found: 'page' | 'best', today: RawBuilder<unknown> | string): RawBuilder<unknown> => sql`
  LEFT JOIN LATERAL (
    SELECT id, starts_at FROM occurrence WHERE ${sql.ref(`${found}.kind`)} = 'gathering' AND gathering_id = ${sql.ref(`${found}.id`)}
    ORDER BY ${nextFirst(sql`${today}::timestamptz`)} LIMIT 1
  ) AS date ON true`;
