import { sql, type Transaction } from 'kysely';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { freePlaces, remindFrom, type Room } from './answer.ts';
import type { GatheringEvent } from './events.ts';
import type { GatheringStanding } from './format.ts';

type Telling = { readonly now: Date; readonly newId: () => string };

export type LockedRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly community_id: string;
  readonly organisation_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly cancelled_at: Date | null;
};

/** One answer after the other: what is read after this is how it stands, and stays so until the transaction ends. */
export async function lockDate(tx: Transaction<Database>, occurrenceId: string): Promise<LockedRow> {
  const { rows } = await sql<LockedRow>`
    SELECT id, gathering_id, community_id, organisation_id, starts_at, ends_at, cancelled_at
    FROM occurrence WHERE id = ${occurrenceId} FOR UPDATE`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('A date that was found a moment ago is gone');
  return row;
}

/**
 * Counted anew each time, and only where places are few: nothing has to be kept in step, whoever is erased. Those who
 * wait are counted only where there is a place, when they are few or none.
 */
export async function roomOf(
  tx: Transaction<Database>,
  locked: LockedRow,
  personId: PersonId | undefined,
): Promise<Room> {
  const { rows } = await sql<RoomRow>`
    SELECT capacity, taken.going,
      CASE WHEN taken.going < capacity
        THEN (SELECT count(*) FROM rsvp WHERE occurrence_id = ${locked.id} AND standing = 'waiting') ELSE 0 END AS waiting,
      (SELECT standing FROM rsvp WHERE occurrence_id = ${locked.id} AND person_id = ${personId ?? null}) AS mine
    FROM gathering CROSS JOIN LATERAL (
      SELECT CASE WHEN capacity IS NULL THEN 0
        ELSE (SELECT count(*) FROM rsvp WHERE occurrence_id = ${locked.id} AND standing = 'going') END AS going) AS taken
    WHERE gathering.id = ${locked.gathering_id}`.execute(tx);
  return toRoom(locked, rows[0]);
}

export type RoomRow = {
  readonly capacity: number | null;
  readonly going: number;
  readonly waiting: number;
  readonly mine: GatheringStanding | null;
};

export const toRoom = (locked: LockedRow, row: RoomRow | undefined): Room => ({
  capacity: row?.capacity ?? undefined,
  going: row?.going ?? 0,
  waiting: row?.waiting ?? 0,
  mine: row?.mine ?? undefined,
  startsAt: locked.starts_at,
  endsAt: locked.ends_at,
  cancelledAt: locked.cancelled_at ?? undefined,
});

/** Lets in whoever has waited longest, at most `places`, and says so to each. */
export async function moveUp(tx: Transaction<Database>, locked: LockedRow, places: number, { now, newId }: Telling) {
  const { rows } = await sql<{ person_id: string; place: number }>`
    UPDATE rsvp SET standing = 'going', at = ${now}, remind_at = ${remindFrom('going', locked.starts_at, now) ?? null}
    WHERE occurrence_id = ${locked.id} AND person_id IN (
      SELECT person_id FROM rsvp WHERE occurrence_id = ${locked.id} AND standing = 'waiting'
      ORDER BY place LIMIT ${Math.min(places, 2_000_000_000)})
    RETURNING person_id, place`.execute(tx);
  const events = rows
    .toSorted((a, b) => a.place - b.place)
    .map(({ person_id }): GatheringEvent => ({
      type: 'rsvp.moved-up',
      occurrenceId: locked.id as OccurrenceId,
      gatheringId: locked.gathering_id as GatheringId,
      communityId: locked.community_id as CommunityId,
      personId: person_id as PersonId,
    }));
  await appendEvents(tx, { organisationId: locked.organisation_id as OrganisationId, at: now, newId }, events);
  return rows.length;
}

/** Fills the places of a date that are free from its waiting list; answers how many moved up. */
export async function fillPlaces(tx: Transaction<Database>, occurrenceId: string, telling: Telling): Promise<number> {
  const locked = await lockDate(tx, occurrenceId);
  if (locked.cancelled_at || locked.ends_at <= telling.now) return 0;
  const free = freePlaces(await roomOf(tx, locked, undefined));
  return free > 0 ? moveUp(tx, locked, free, telling) : 0;
}
