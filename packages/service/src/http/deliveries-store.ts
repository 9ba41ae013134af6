import { createHmac } from 'node:crypto';
import { asOneIntent, type Database, together, uuidFrom } from '@copse/core/sql';
import type { Sharing } from '@copse/teams-app/bot';
import { type Kysely, sql } from 'kysely';

/** Teams delivers again within seconds; after this the same id would be something else. */
export const REMEMBERED_MS = 15 * 60_000;
/** Whoever has been at it for so long is taken for dead, since Teams itself waits no longer than that for an answer. */
export const LEFT_AFTER_MS = 15_000;
/** Ends are noted together. Far below the seconds after which Teams delivers again. */
const END_TOGETHER_MS = 50;

/**
 * Deliveries to the bot as all processes on one database know them together.
 *
 * Rows say nothing of who wrote: they are named by a keyed hash. They are not written to disk (the table is unlogged),
 * because what must not be done twice is safe without them: facts carry the intent (`asOneIntent`).
 */
export function sharedDeliveries(db: Kysely<Database>, secret: string, now: () => Date) {
  const keyed = (purpose: string, key: string) => createHmac('sha256', secret).update(`${purpose} ${key}`).digest();

  /**
   * Those that are ours to act on: nobody has begun them, or whoever has is taken for dead. That this process does not ask
   * twice for one is seen to before (the bot's `deliveries`).
   */
  const begin = together(async (names: readonly Buffer[]) => {
    const at = now();
    const { rows } = await sql<{ key: Buffer }>`
      INSERT INTO delivery (key, begun_at) SELECT DISTINCT key, ${at}::timestamptz FROM unnest(${names}::bytea[]) AS key
      ORDER BY key
      ON CONFLICT (key) DO UPDATE SET begun_at = excluded.begun_at, done = false
        WHERE delivery.begun_at < ${new Date(at.getTime() - REMEMBERED_MS)}
          OR (NOT delivery.done AND NOT delivery.begun_at BETWEEN ${new Date(at.getTime() - LEFT_AFTER_MS)}
            AND ${new Date(at.getTime() + LEFT_AFTER_MS)})
      RETURNING key
    `.execute(db);
    return new Set(rows.map(({ key }) => key.toString('hex')));
  });
  const end = together(
    (names: readonly Buffer[]) => sql`UPDATE delivery SET done = true WHERE key = ANY(${names}::bytea[])`.execute(db),
    END_TOGETHER_MS,
  );

  const share: Sharing = async ({ key, speaks }, act) => {
    const actAsOne = () => asOneIntent(uuidFrom(keyed('delivery: intent', key).toString('hex')), act, { apart: true });
    if (!speaks) return actAsOne();
    const name = keyed('delivery: name', key);
    // Without the database nothing will be done anyway, and the person hears so.
    const ours = await begin(name).catch(() => undefined);
    if (ours && !ours.has(name.toString('hex'))) return undefined;
    try {
      const answer = await actAsOne();
      // Nobody waits for it: until then the delivery counts as under way, which keeps others from it as well.
      end(name).catch(() => undefined);
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
