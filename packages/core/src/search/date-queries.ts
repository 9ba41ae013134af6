import { type RawBuilder, sql } from 'kysely';

/**
 * The date at which a gathering is opened, as a table `date`: the next one that is not cancelled, else the latest. Of
 * other kinds there is none. `found` has `kind` and `id`.
 */
export const dateOf = (found: 'page' | 'best', today: RawBuilder<unknown> | string): RawBuilder<unknown> => sql`
  LEFT JOIN LATERAL (
    SELECT id, starts_at FROM occurrence WHERE ${sql.ref(`${found}.kind`)} = 'gathering' AND gathering_id = ${sql.ref(`${found}.id`)}
    ORDER BY ends_at < ${today}::timestamptz OR cancelled_at IS NOT NULL,
      CASE WHEN ends_at >= ${today}::timestamptz THEN starts_at END, starts_at DESC
    LIMIT 1
  ) AS date ON true`;
