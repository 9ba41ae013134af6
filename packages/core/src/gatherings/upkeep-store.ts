import { type Kysely, sql } from 'kysely';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { fillPlaces } from './room-store.ts';
import type { Upkeep } from './ports.ts';
import { expectHosts, remindDue } from './reminders-store.ts';
import { fromRow } from './rows-store.ts';
import { NO_LONGER_PLANNED } from './occurrence.ts';
import { hostIds } from './series-queries.ts';
import { saveDates } from './store.ts';
import type { GatheringRow } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlUpkeep({ db, newId }: Deps): Upkeep {
  return {
    async short(before, limit) {
      const { rows } = await sql<
        GatheringRow & { host_ids: string[] | null; last_host: string | null; since: number | null }
      >`
        SELECT gathering.*, ${hostIds} AS host_ids, last.host_id AS last_host, last.since
        FROM gathering LEFT JOIN LATERAL (
          SELECT o.host_id, (SELECT count(*) FROM occurrence later WHERE later.gathering_id = gathering.id
            AND later.planned_at > o.planned_at AND later.planned_local NOT LIKE ${`${NO_LONGER_PLANNED}%`}) AS since
          FROM occurrence o WHERE o.gathering_id = gathering.id AND o.host_id IS NOT NULL AND NOT o.own_host
            AND o.planned_local NOT LIKE ${`${NO_LONGER_PLANNED}%`}
          ORDER BY o.planned_at DESC LIMIT 1) AS last ON true
        WHERE planned_until < ${before} AND cancelled_at IS NULL
        ORDER BY planned_until LIMIT ${limit}`.execute(db);
      return rows.map((row) => ({
        gathering: fromRow(row, row.host_ids ?? []),
        lastTurn: row.last_host === null ? undefined : { host: row.last_host as PersonId, since: row.since ?? 0 },
      }));
    },

    async extend({ id, plannedUntil, minutes }, dates, until) {
      await db.transaction().execute(async (tx) => {
        // Another process, or somebody who edits it, may have been here: then it is theirs.
        const { numUpdatedRows } = await tx
          .updateTable('gathering')
          .set({ planned_until: until })
          .where('id', '=', id)
          .where('planned_until', '=', plannedUntil ?? null)
          .executeTakeFirst();
        if (numUpdatedRows === 1n) await saveDates(tx, dates, { minutes });
      });
    },

    remind: (now, limit, decide) =>
      db.transaction().execute((tx) => remindDue(tx, 'rsvp', { now, limit, newId, decide })),

    async remindHosts(now, limit, decide) {
      return db.transaction().execute(async (tx) => {
        await expectHosts(tx, now);
        return remindDue(tx, 'host_reminder', { now, limit, newId, decide });
      });
    },

    async moveUp(now, limit) {
      const { rows } = await sql<{ id: string }>`
        SELECT o.id FROM occurrence o JOIN gathering g ON g.id = o.gathering_id
        WHERE o.ends_at > ${now} AND o.cancelled_at IS NULL
          AND o.id IN (SELECT occurrence_id FROM rsvp WHERE standing = 'waiting')
          AND (g.capacity IS NULL
            OR (SELECT count(*) FROM rsvp r WHERE r.occurrence_id = o.id AND r.standing = 'going') < g.capacity)
        ORDER BY o.id LIMIT ${limit}`.execute(db);
      let moved = 0;
      for (const { id } of rows) {
        moved += await db.transaction().execute((tx) => fillPlaces(tx, id, { now, newId }));
      }
      return moved;
    },
  };
}
