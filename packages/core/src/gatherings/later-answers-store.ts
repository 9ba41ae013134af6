import { sql, type Transaction } from 'kysely';
import { ok, type Result } from '../kernel/result.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { type Answered, remindFrom, type Room } from './answer.ts';
import { type LockedRow, moveUp, type RoomRow, toRoom } from './room-store.ts';
import type { GatheringEvent } from './events.ts';
import type { GatheringStanding } from './format.ts';
import type { Occurrence } from './occurrence.ts';
import type { MetDate } from './ports.ts';

type Telling = { readonly now: Date; readonly newId: () => string };
type Decide<Reason extends string> = (room: Room) => Result<Answered | undefined, Reason>;
type Row = LockedRow & RoomRow & { readonly has_waiting: boolean };
type Given = { readonly date: Row; readonly standing: GatheringStanding };

/**
 * Takes the same answer to a date and to others of its gathering, in the transaction of the caller. What is decided of the
 * date itself is the answer; those of the others that are refused are left out.
 */
export async function takeAll<Reason extends string>(
  tx: Transaction<Database>,
  { date, gathering, by }: MetDate,
  later: readonly Occurrence[],
  { now, newId }: Telling,
  decide: Decide<Reason>,
): Promise<Result<undefined, Reason>> {
  const rooms = await lockAll(tx, [date, ...later], by.personId);
  const given: Given[] = [];
  const freed: { readonly date: Row; readonly places: number }[] = [];
  for (const row of rooms) {
    const decided = decide(toRoom(row, row));
    if (!decided.ok && row.id === date.id) return decided;
    if (!decided.ok || !decided.value) continue;
    const { standing, movesUp } = decided.value;
    if (standing) given.push({ date: row, standing });
    if (movesUp > 0 && row.has_waiting) freed.push({ date: row, places: movesUp });
  }
  await saveAll(tx, given, { by, now });
  const facts = { gatheringId: gathering.id, communityId: gathering.communityId, personId: by.personId };
  const events = given.map((one): GatheringEvent => ({
    type: 'rsvp.given',
    standing: one.standing,
    ...facts,
    occurrenceId: one.date.id as Occurrence['id'],
  }));
  await appendEvents(tx, { organisationId: gathering.organisationId, at: now, newId }, events);
  for (const one of freed) await moveUp(tx, one.date, one.places, { now, newId });
  return ok(undefined);
}

/** All of them locked in one order, so that two who answer at once do not wait for each other, and how they stand then. */
async function lockAll(
  tx: Transaction<Database>,
  dates: readonly Occurrence[],
  personId: string,
): Promise<readonly Row[]> {
  const ids = dates.map(({ id }) => id);
  await sql`SELECT FROM occurrence WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
  const { rows } = await sql<Row>`
    SELECT o.id, o.gathering_id, o.community_id, o.organisation_id, o.starts_at, o.ends_at, o.cancelled_at,
      gathering.capacity, taken.going, queue.waiting, queue.waiting > 0 AS has_waiting, mine.standing AS mine
    FROM occurrence o JOIN gathering ON gathering.id = o.gathering_id
      CROSS JOIN LATERAL (SELECT CASE WHEN gathering.capacity IS NULL THEN 0
        ELSE (SELECT count(*) FROM rsvp r WHERE r.occurrence_id = o.id AND r.standing = 'going') END AS going) taken
      CROSS JOIN LATERAL (
        SELECT count(*) AS waiting FROM rsvp r WHERE r.occurrence_id = o.id AND r.standing = 'waiting') queue
      LEFT JOIN rsvp mine ON mine.occurrence_id = o.id AND mine.person_id = ${personId}
    WHERE o.id = ANY(${ids}::uuid[]) ORDER BY o.starts_at, o.id`.execute(tx);
  return rows;
}

async function saveAll(
  tx: Transaction<Database>,
  given: readonly Given[],
  { by, now }: Pick<MetDate, 'by'> & Pick<Telling, 'now'>,
): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ date, standing }) => ({
    occurrence_id: date.id,
    standing,
    remind_at: remindFrom(standing, date.starts_at, now) ?? null,
  }));
  await sql`
    INSERT INTO rsvp (occurrence_id, person_id, standing, at, remind_at)
    SELECT occurrence_id, ${by.personId}, standing, ${now}, remind_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(occurrence_id uuid, standing text, remind_at timestamptz)
    ON CONFLICT (occurrence_id, person_id) DO UPDATE SET standing = excluded.standing, at = excluded.at,
      remind_at = excluded.remind_at, place = nextval('rsvp_place')`.execute(tx);
}
