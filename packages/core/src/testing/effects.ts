import { type Kysely, sql } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { nextId } from './scene.ts';

export const anOrganisationId = '01900000-0000-7000-8000-0000000000e1' as OrganisationId;

/** A table in which subscribers write down what they had, and a clock for what they had it by. */
export async function anEffectTable(db: Kysely<Database>) {
  await sql`CREATE TABLE IF NOT EXISTS effect (who text, note integer, at bigint GENERATED ALWAYS AS IDENTITY)`.execute(
    db,
  );
  let moment = new Date('2026-03-02T09:00:00Z');
  return {
    now: () => moment,
    wait(seconds: number) {
      moment = new Date(moment.getTime() + seconds * 1000);
    },

    /** Things happen, numbered. */
    happens: (from: number, to = from) =>
      db.transaction().execute((tx) =>
        appendEvents(
          tx,
          { organisationId: anOrganisationId, at: moment, newId: nextId },
          Array.from({ length: to - from + 1 }, (_, index) => ({ type: 'thing.happened', note: from + index })),
        ),
      ),

    /** What the subscriber had, in the order in which it had it. */
    async effects(who: string) {
      const { rows } = await sql<{ note: number }>`SELECT note FROM effect WHERE who = ${who} ORDER BY at`.execute(db);
      return rows.map(({ note }) => note);
    },
  };
}
export type EffectTable = Awaited<ReturnType<typeof anEffectTable>>;

/** Writes down what it had; then `mishap` may throw. */
export const aSubscriber = (
  name: string,
  mishap: (note: number) => unknown = () => {},
  on = ['thing.happened'],
): Subscriber => ({
  name,
  on,
  async handle(tx, { note }) {
    await sql`INSERT INTO effect (who, note) VALUES (${name}, ${note})`.execute(tx);
    await mishap(note as number);
  },
});
