import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { Schedule } from '../identity/working-hours.ts';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { AHEAD_MS, REMIND_WITHIN_HOURS } from './answer.ts';
import type { GatheringEvent } from './events.ts';
import { hostsOn } from './series-queries.ts';

type Looking = {
  readonly now: Date;
  readonly limit: number;
  readonly newId: () => string;
  readonly decide: (schedule: Schedule, startsAt: Date) => Date | 'remind';
};

/** Looks at what is due of one of the two tables, says whom it is time to remind, and answers how many it has looked at. */
export async function remindDue(
  tx: Transaction<Database>,
  table: 'rsvp' | 'host_reminder',
  { now, limit, newId, decide }: Looking,
): Promise<number> {
  const { rows } = await sql<DueRow>`
    SELECT r.occurrence_id, r.person_id, o.gathering_id, o.community_id, o.organisation_id, o.starts_at,
      o.cancelled_at IS NOT NULL OR o.starts_at <= ${now} OR person.state <> 'present'
        OR EXISTS (SELECT FROM host_reminder told WHERE told.occurrence_id = r.occurrence_id
          AND told.person_id = r.person_id AND told.remind_at IS NULL) AS settled,
      person.working_hours, person.time_zone
    FROM ${sql.table(table)} r JOIN occurrence o ON o.id = r.occurrence_id JOIN person ON person.id = r.person_id
    WHERE r.remind_at <= ${now} ORDER BY r.remind_at LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED`.execute(tx);
  if (rows.length === 0) return 0;
  const next = rows.map((row) => ({ row, at: row.settled ? undefined : decide(scheduleOf(row), row.starts_at) }));
  const plan = next.map(({ row, at }) => ({
    occurrence_id: row.occurrence_id,
    person_id: row.person_id,
    remind_at: at instanceof Date ? at : null,
  }));
  await sql`
    UPDATE ${sql.table(table)} AS r SET remind_at = plan.remind_at
    FROM jsonb_to_recordset(${JSON.stringify(plan)}::jsonb)
      AS plan(occurrence_id uuid, person_id uuid, remind_at timestamptz)
    WHERE r.occurrence_id = plan.occurrence_id AND r.person_id = plan.person_id`.execute(tx);
  const due = Map.groupBy(
    next.filter(({ at }) => at === 'remind').map(({ row }) => row),
    ({ organisation_id }) => organisation_id,
  );
  for (const [organisationId, all] of due) {
    await appendEvents(tx, { organisationId: organisationId as OrganisationId, at: now, newId }, all.map(reminderOf));
  }
  return rows.length;
}

/**
 * Puts down whoever hosts a date in reach and has not answered to it, and takes out whom that is no longer true of. As with
 * answers, who hosts it only since shortly before the start is not reminded of that.
 */
export async function expectHosts(tx: Transaction<Database>, now: Date): Promise<void> {
  const soonest = new Date(now.getTime() + 2 * AHEAD_MS);
  const expected = (which: RawBuilder<boolean>) => sql`
    SELECT hosting.occurrence_id, hosting.person_id FROM (${hostsOn(which)}) AS hosting
    JOIN person ON person.id = hosting.person_id AND person.state = 'present'
    WHERE NOT EXISTS (SELECT FROM rsvp WHERE rsvp.occurrence_id = hosting.occurrence_id
      AND rsvp.person_id = hosting.person_id AND rsvp.standing <> 'waiting')`;
  await sql`
    DELETE FROM host_reminder r WHERE (occurrence_id, person_id) IN (
      SELECT due.occurrence_id, due.person_id FROM host_reminder due WHERE due.remind_at <= ${now}
        AND NOT EXISTS (SELECT FROM (${expected(sql<boolean>`o.id = due.occurrence_id AND o.cancelled_at IS NULL`)}) AS still
          WHERE still.person_id = due.person_id)
      FOR UPDATE SKIP LOCKED)`.execute(tx);
  await sql`
    INSERT INTO host_reminder (occurrence_id, person_id, remind_at)
    SELECT occurrence_id, person_id, ${now}::timestamptz FROM (${expected(sql<boolean>`o.cancelled_at IS NULL
      AND o.starts_at > ${soonest}
      AND o.starts_at <= ${now}::timestamptz + make_interval(hours => ${sql.lit(REMIND_WITHIN_HOURS)})`)}) AS one
    WHERE NOT EXISTS (SELECT FROM host_reminder held
      WHERE held.occurrence_id = one.occurrence_id AND held.person_id = one.person_id)
    ORDER BY occurrence_id, person_id ON CONFLICT DO NOTHING`.execute(tx);
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
