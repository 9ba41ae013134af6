import { createHmac } from 'node:crypto';
import { asOneIntent, type Database, uuidFrom } from '@copse/core/sql';
import type { Sharing } from '@copse/teams-app/bot';
import { type Kysely, sql } from 'kysely';

/** Teams delivers again within seconds; after this the same id would be something else. */
export const REMEMBERED_MS = 15 * 60_000;
/** Whoever has been at it for so long is taken for dead, since Teams itself waits no longer than that for an answer. */
export const LEFT_AFTER_MS = 15_000;

/**
 * Deliveries to the bot as all processes on one database know them together.
 *
 * Rows say nothing of who wrote: they are named by a keyed hash. They are not written to disk (the table is unlogged),
 * because what must not be done twice is safe without them: facts carry the intent (`asOneIntent`).
 */
export function sharedDeliveries(db: Kysely<Database>, secret: string, now: () => Date) {
  const keyed = (purpose: string, key: string) => createHmac('sha256', secret).update(`${purpose} ${key}`).digest();

  async function begin(name: Buffer): Promise<boolean> {
    const at = now();
    const { rows } = await sql`
      INSERT INTO delivery (key, begun_at) VALUES (${name}, ${at})
      ON CONFLICT (key) DO UPDATE SET begun_at = excluded.begun_at, done = false
        WHERE delivery.begun_at < ${new Date(at.getTime() - REMEMBERED_MS)}
          OR (NOT delivery.done AND NOT delivery.begun_at BETWEEN ${new Date(at.getTime() - LEFT_AFTER_MS)}
            AND ${new Date(at.getTime() + LEFT_AFTER_MS)})
      RETURNING key
    `.execute(db);
    return rows.length > 0;
  }

  const share: Sharing = async ({ key, speaks }, act) => {
    const actAsOne = () => asOneIntent(uuidFrom(keyed('delivery: intent', key).toString('hex')), act, { apart: true });
    if (!speaks) return actAsOne();
    const name = keyed('delivery: name', key);
    // Without the database nothing will be done anyway, and the person hears so.
    if (!(await begin(name).catch(() => true))) return undefined;
    try {
      const answer = await actAsOne();
      await sql`UPDATE delivery SET done = true WHERE key = ${name}`.execute(db).catch(() => undefined);
      return answer;
    } catch (error) {
      // The next delivery has a chance at once.
      await sql`DELETE FROM delivery WHERE key = ${name}`.execute(db).catch(() => undefined);
      throw error;
    }
  };

  return {
    share,
    async forget(): Promise<void> {
      await sql`DELETE FROM delivery WHERE begun_at < ${new Date(now().getTime() - REMEMBERED_MS)}`.execute(db);
    },
  };
}
