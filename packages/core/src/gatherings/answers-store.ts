import { type Kysely, sql, type Transaction } from 'kysely';
import { ok, type Result } from '../kernel/result.ts';
import type { Database } from '../sql/database.ts';
import { eventRows, writeEvents } from '../sql/outbox.ts';
import { type Answered, remindFrom, type Room } from './answer.ts';
import type { GatheringEvent } from './events.ts';
import type { GatheringStanding } from './format.ts';
import { takeAll } from './later-answers-store.ts';
import type { AnswerStore, MetDate } from './ports.ts';
import { lockDate, moveUp, roomOf } from './room-store.ts';
import { inTurns } from './turns-store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };
type Telling = { readonly now: Date; readonly newId: () => string };

export function sqlAnswers({ db, newId }: Deps): AnswerStore {
  const inTurn = inTurns();
  return {
    take: (met, now, decide) =>
      inTurn(met.date.id, () => db.transaction().execute((tx) => takeOne(tx, met, { now, newId }, decide))),
    takeAll: (met, later, now, decide) =>
      inTurn(`${met.gathering.id} later`, () =>
        db.transaction().execute((tx) => takeAll(tx, met, later, { now, newId }, decide)),
      ),
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
