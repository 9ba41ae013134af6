import { type Kysely, sql, type Transaction } from 'kysely';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents, eventRows, writeEvents } from '../sql/outbox.ts';
import { type Answered, freePlaces, remindFrom, type Room } from './answer.ts';
import type { GatheringEvent } from './events.ts';
import type { GatheringStanding } from './format.ts';
import type { AnswerStore, MetDate } from './ports.ts';
import { inTurns } from './turns-store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };
type Telling = { readonly now: Date; readonly newId: () => string };

export function sqlAnswers({ db, newId }: Deps): AnswerStore {
  const inTurn = inTurns();
  return {
    take: (met, now, decide) =>
      inTurn(met.date.id, () => db.transaction().execute((tx) => takeOne(tx, met, { now, newId }, decide))),
  };
}

async function takeOne<Reason extends string>(
  tx: Transaction<Database>,
  { date, gathering, by }: MetDate,
  { now, newId }: Telling,
  decide: (room: Room) => Result<Answered | undefined, Reason>,
): Promise<Result<undefined, Reason>> {
  const locked = await lockDate(tx, date.id);
  const room = await roomOf(tx, locked, by.personId);
  const decided = decide(room);
  if (!decided.ok) return decided;
  if (!decided.value) return ok(undefined);

  const { standing, movesUp } = decided.value;
  if (standing) await saveAnswer(tx, { date, gathering, by, standing, startsAt: room.startsAt }, { now, newId });
  if (movesUp > 0) await moveUp(tx, locked, movesUp, { now, newId });
  return ok(undefined);
}

type Given = MetDate & { readonly standing: GatheringStanding; readonly startsAt: Date };

async function saveAnswer(
  tx: Transaction<Database>,
  { date, gathering, by, standing, startsAt }: Given,
  { now, newId }: Telling,
): Promise<void> {
  const facts = { gatheringId: gathering.id, communityId: gathering.communityId, occurrenceId: date.id };
  const fact: GatheringEvent = { type: 'rsvp.given', standing, personId: by.personId, ...facts };
  // At once with the fact: the fewer round trips, the shorter everybody else waits for the lock.
  await sql`
    WITH saved AS (
      INSERT INTO rsvp (occurrence_id, person_id, standing, at, remind_at)
      VALUES (${date.id}, ${by.personId}, ${standing}, ${now}, ${remindFrom(standing, startsAt, now) ?? null})
      ON CONFLICT (occurrence_id, person_id) DO UPDATE SET standing = excluded.standing, at = excluded.at,
        remind_at = excluded.remind_at, place = nextval('rsvp_place')
      RETURNING occurrence_id)
    ${writeEvents('saved', eventRows({ organisationId: gathering.organisationId, at: now, newId }, [fact]))}`.execute(
    tx,
  );
}

type LockedRow = {
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
async function roomOf(tx: Transaction<Database>, locked: LockedRow, personId: PersonId | undefined): Promise<Room> {
  const { rows } = await sql<{
    capacity: number | null;
    going: number;
    waiting: number;
    mine: GatheringStanding | null;
  }>`
    SELECT capacity, taken.going,
      CASE WHEN taken.going < capacity
        THEN (SELECT count(*) FROM rsvp WHERE occurrence_id = ${locked.id} AND standing = 'waiting') ELSE 0 END AS waiting,
      (SELECT standing FROM rsvp WHERE occurrence_id = ${locked.id} AND person_id = ${personId ?? null}) AS mine
    FROM gathering CROSS JOIN LATERAL (
      SELECT CASE WHEN capacity IS NULL THEN 0
        ELSE (SELECT count(*) FROM rsvp WHERE occurrence_id = ${locked.id} AND standing = 'going') END AS going) AS taken
    WHERE gathering.id = ${locked.gathering_id}`.execute(tx);
  const [row] = rows;
  return {
    capacity: row?.capacity ?? undefined,
    going: row?.going ?? 0,
    waiting: row?.waiting ?? 0,
    mine: row?.mine ?? undefined,
    startsAt: locked.starts_at,
    endsAt: locked.ends_at,
    cancelledAt: locked.cancelled_at ?? undefined,
  };
}

/** Lets in whoever has waited longest, at most `places`, and says so to each. */
async function moveUp(tx: Transaction<Database>, locked: LockedRow, places: number, { now, newId }: Telling) {
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
