import { type RawBuilder, sql } from 'kysely';

/**
 * The order of dates in which the first is the one that a gathering is opened at: the next that is not cancelled, else the
 * latest. Needs the columns of `occurrence`.
 */
export const nextFirst = (at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`ends_at > ${at} AND cancelled_at IS NULL DESC, CASE WHEN ends_at > ${at} THEN starts_at END, starts_at DESC`;
