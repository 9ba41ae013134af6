import { type Kysely, sql } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { fillPlaces } from './answers-store.ts';
import type { GatheringEvent } from './events.ts';
import type { Upkeep } from './ports.ts';
import { fromRow } from './rows-store.ts';
import { hostIds, NO_LONGER_PLANNED } from './series-queries.ts';
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

    async remind(now, limit, decide) {
      return db.transaction().execute(async (tx) => {
        const { rows } = await sql<DueRow>`
          SELECT r.occurrence_id, r.person_id, o.gathering_id, o.community_id, o.organisation_id, o.starts_at,
            o.cancelled_at IS NOT NULL OR o.starts_at <= ${now} OR person.state <> 'present' AS settled,
            person.working_hours, person.time_zone
          FROM rsvp r JOIN occurrence o ON o.id = r.occurrence_id JOIN person ON person.id = r.person_id
          WHERE r.remind_at <= ${now} ORDER BY r.remind_at LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED`.execute(tx);
        if (rows.length === 0) return 0;
        const next = rows.map((row) => ({ row, at: row.settled ? undefined : decide(scheduleOf(row), row.starts_at) }));
        const plan = next.map(({ row, at }) => ({
          occurrence_id: row.occurrence_id,
          person_id: row.person_id,
          remind_at: at instanceof Date ? at : null,
        }));
        await sql`
          UPDATE rsvp SET remind_at = plan.remind_at
          FROM jsonb_to_recordset(${JSON.stringify(plan)}::jsonb)
            AS plan(occurrence_id uuid, person_id uuid, remind_at timestamptz)
          WHERE rsvp.occurrence_id = plan.occurrence_id AND rsvp.person_id = plan.person_id`.execute(tx);
        const due = Map.groupBy(
          next.filter(({ at }) => at === 'remind').map(({ row }) => row),
          ({ organisation_id }) => organisation_id,
        );
        for (const [organisationId, all] of due) {
          await appendEvents(
            tx,
            { organisationId: organisationId as OrganisationId, at: now, newId },
            all.map(reminderOf),
          );
        }
        return rows.length;
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

type DueRow = {
  readonly occurrence_id: string;
  readonly person_id: string;
  readonly gathering_id: string;
  readonly community_id: string;
  readonly organisation_id: string;
  readonly starts_at: Date;
  readonly settled: boolean;
  readonly working_hours: WorkingHours;
  readonly time_zone: string;
};

const scheduleOf = (row: DueRow) => ({ workingHours: row.working_hours, timeZone: row.time_zone });

const reminderOf = (row: DueRow): GatheringEvent => ({
  type: 'rsvp.reminder-due',
  occurrenceId: row.occurrence_id as OccurrenceId,
  gatheringId: row.gathering_id as GatheringId,
  communityId: row.community_id as CommunityId,
  personId: row.person_id as PersonId,
});
