import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';

export const sqlSweeping = ({ db }: { readonly db: Kysely<Database> }) => ({
  async expire(now: Date, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      UPDATE notification SET state = 'expired', failure = 'late', settled_at = ${now}
      WHERE id IN (SELECT id FROM notification WHERE state IN ('queued', 'held') AND message_id IS NULL
        AND expires_at <= ${now} LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    `.execute(db);
    return Number(numAffectedRows ?? 0);
  },

  async forget(before: Date, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      DELETE FROM notification WHERE id IN (SELECT id FROM notification
        WHERE created_at < ${before} AND settled_at IS NOT NULL LIMIT ${limit})
    `.execute(db);
    await sql`
      DELETE FROM message WHERE id IN (SELECT id FROM message WHERE created_at < ${before} AND state = 'settled'
        AND NOT EXISTS (SELECT FROM notification n WHERE n.message_id = message.id) LIMIT ${limit})
    `.execute(db);
    await sql`
      DELETE FROM broadcast WHERE at < ${before} AND complete
        AND NOT EXISTS (SELECT FROM notification n WHERE n.cause_id = broadcast.id)
    `.execute(db);
    return Number(numAffectedRows ?? 0);
  },
});
