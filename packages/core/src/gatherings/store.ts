import { type Kysely, sql, type Transaction } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import type { OccurrenceId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { visibleCommunity, visibleGathering } from '../sql/visibility.ts';
import { REMIND_WITHIN_HOURS } from './answer.ts';
import { fillPlaces } from './room-store.ts';
import type { Gathering, GatheringChange } from './gathering.ts';
import { NO_LONGER_PLANNED, type Occurrence } from './occurrence.ts';
import type { GatheringStore, ParticipantReader } from './ports.ts';
import { nextFirst } from './next-date-queries.ts';
import { freeUnseen, type LostRow, tellLost } from './places-store.ts';
import { fromDateRow, fromRow, toDateRow, toRow } from './rows-store.ts';
import { hostIds, readAhead } from './series-queries.ts';
import { communityStanding, gatheringStanding } from './standing-queries.ts';
import type { GatheringRow } from './tables.ts';
import { participantOf, type StandingRow } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string; readonly now: () => Date };
type MetRow = GatheringRow & StandingRow & { readonly host_ids: string[] | null };

export function sqlGatheringStore({ db, newId, now }: Deps): GatheringStore {
  const met = async (actor: Actor, gatheringId: string) => {
    const { rows } = await metQuery(actor, sql`gathering.id = ${gatheringId}`).execute(db);
    const [row] = rows;
    return row && { gathering: fromRow(row, row.host_ids ?? []), by: participantOf(actor, row, now()) };
  };

  return {
    find: met,

    async findDate(actor, occurrenceId) {
      const row = await db.selectFrom('occurrence').selectAll().where('id', '=', occurrenceId).executeTakeFirst();
      const found = row && (await met(actor, row.gathering_id));
      return found && { ...found, date: fromDateRow(row) };
    },

    ahead: (gatheringId, after) => readAhead(db, gatheringId, after),

    async next(gatheringId, at) {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM occurrence WHERE gathering_id = ${gatheringId}
        ORDER BY ${nextFirst(sql`${at}::timestamptz`)} LIMIT 1`.execute(db);
      return rows[0]?.id as OccurrenceId | undefined;
    },

    async save(changed) {
      await db.transaction().execute((tx) => saveGathering(tx, changed, { at: now(), newId }));
    },

    async saveDate({ organisationId, minutes }, { state, events }) {
      await db.transaction().execute(async (tx) => {
        const { id: _id, ...row } = toDateRow(state, minutes);
        const { numUpdatedRows } = await tx
          .updateTable('occurrence')
          .set(row)
          .where('id', '=', state.id)
          .where('revision', '=', state.revision - 1)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new StaleWriteError(state.id);
        if (events.some((event) => event.type === 'occurrence.restored' || ('moved' in event && event.moved))) {
          await lookAgain(tx, [state.id], now());
        }
        await appendEvents(tx, { organisationId, at: now(), newId }, events);
      });
    },
  };
}

export function sqlParticipants({ db, now }: Pick<Deps, 'db' | 'now'>): ParticipantReader {
  return {
    async inCommunity(actor, id) {
      const { rows } = await sql<StandingRow>`
        SELECT ${communityStanding(actor)}, false AS hosts_it FROM community
        WHERE community.id = ${id} AND ${visibleCommunity(actor)}`.execute(db);
      return rows[0] && participantOf(actor, rows[0], now());
    },

    async present({ organisationId }, people) {
      if (people.length === 0) return new Set();
      const rows = await db
        .selectFrom('person')
        .select('id')
        .where('id', 'in', [...people])
        .where('organisation_id', '=', organisationId)
        .where('state', '=', 'present')
        .execute();
      return new Set(rows.map(({ id }) => id as PersonId));
    },
  };
}

export const metQuery = (actor: Actor, which: ReturnType<typeof sql>) => sql<MetRow>`
  SELECT gathering.*, ${gatheringStanding(actor)}, ${hostIds} AS host_ids
  FROM gathering JOIN community ON community.id = gathering.community_id
  WHERE ${which} AND ${visibleGathering(actor)}`;

/** Saves a gathering, its hosts, its dates and what happened, in a transaction of the caller. */
export async function saveGathering(
  tx: Transaction<Database>,
  { state, events, dates, dropped }: GatheringChange,
  { at, newId }: { readonly at: Date; readonly newId: () => string },
): Promise<void> {
  await saveRow(tx, state);
  await saveHosts(tx, state);
  const lost = await drop(tx, dropped, at);
  await saveDates(tx, dates, state);
  if (
    events.some(
      (event) => event.type === 'gathering.rescheduled' || (event.type === 'gathering.imported' && event.moved),
    )
  ) {
    await lookAgain(
      tx,
      dates.map(({ id }) => id),
      at,
    );
  }
  await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
  const [by] = events.flatMap((event) => ('personId' in event ? [event.personId] : []));
  await tellLost(tx, lost, { type: 'rsvp.dropped' }, { now: at, newId, by });
  // Where it is for fewer people than before, the others have no place any more.
  const because = state.visibility === 'members' ? 'members' : 'organisation';
  await freeUnseen(tx, sql<boolean>`gathering.id = ${state.id}`, { now: at, newId, because, by });
  // With more places than before, those who wait come in.
  for (const id of await withWaiting(tx, state.id, at)) await fillPlaces(tx, id, { now: at, newId });
}

async function saveRow(tx: Transaction<Database>, state: Gathering) {
  const row = toRow(state);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('gathering')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(row)
        .where('gathering.revision', '=', state.revision - 1),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new StaleWriteError(state.id);
}

async function saveHosts(tx: Transaction<Database>, { id, hosts }: Gathering) {
  await tx.deleteFrom('gathering_host').where('gathering_id', '=', id).execute();
  if (hosts.length === 0) return;
  const rows = hosts.map((personId, position) => ({ gathering_id: id, person_id: personId, position }));
  await tx.insertInto('gathering_host').values(rows).execute();
}

/**
 * All dates in one statement: a year of working days is some 260 of them. What was moved forward and has been is not
 * planned once more; it is of the same day, from its date up to before `U`, as a `T` follows there.
 */
export async function saveDates(
  tx: Transaction<Database>,
  dates: readonly Occurrence[],
  { minutes }: Pick<Gathering, 'minutes'>,
): Promise<void> {
  if (dates.length === 0) return;
  const rows = dates.map((date) => toDateRow(date, minutes));
  await tx
    .insertInto('occurrence')
    .columns(DATE_COLUMNS)
    .expression(
      sql`SELECT ${sql.join(DATE_COLUMNS.map((name) => sql.ref(name)))}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS date(id uuid, gathering_id uuid,
        organisation_id uuid, community_id uuid, planned_local text, planned_at timestamptz, starts_at timestamptz,
        ends_at timestamptz, title text, meeting_url text, venue text, host_id uuid, own_host boolean, cancelled_at timestamptz,
        cancel_reason text, differs boolean, revision integer)
      WHERE NOT EXISTS (SELECT FROM occurrence held WHERE held.gathering_id = date.gathering_id
        AND held.planned_local >= left(date.planned_local, 10) AND held.planned_local < left(date.planned_local, 10) || 'U'
        AND held.id <> date.id)` as never,
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => Object.fromEntries(DATE_COLUMNS.map((name) => [name, eb.ref(`excluded.${name}`)]))),
    )
    .execute();
}

const DATE_COLUMNS = [
  'id',
  'gathering_id',
  'organisation_id',
  'community_id',
  'planned_local',
  'planned_at',
  'starts_at',
  'ends_at',
  'title',
  'meeting_url',
  'venue',
  'host_id',
  'own_host',
  'cancelled_at',
  'cancel_reason',
  'differs',
  'revision',
] as const;

/**
 * Dates that have no place any more: what nobody has answered to is forgotten, the others are called off. Answers who
 * wanted to come to one that had not been called off before.
 */
async function drop(
  tx: Transaction<Database>,
  dropped: readonly OccurrenceId[],
  now: Date,
): Promise<readonly LostRow[]> {
  if (dropped.length === 0) return [];
  // Whoever answers at this moment is before it, and told, or after it, and refused.
  await sql`SELECT FROM occurrence WHERE id = ANY(${dropped}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
  const { rows } = await sql<LostRow>`
    SELECT o.id, o.gathering_id, o.community_id, o.organisation_id, o.starts_at, rsvp.person_id, rsvp.standing
    FROM rsvp JOIN occurrence o ON o.id = rsvp.occurrence_id
    WHERE o.id = ANY(${dropped}::uuid[]) AND o.cancelled_at IS NULL`.execute(tx);
  await sql`
    DELETE FROM occurrence WHERE id = ANY(${dropped}::uuid[])
      AND NOT EXISTS (SELECT FROM rsvp WHERE rsvp.occurrence_id = occurrence.id AND standing <> 'not-going')
      AND NOT EXISTS (SELECT FROM agenda_item i WHERE i.occurrence_id = occurrence.id)`.execute(tx);
  await sql`
    UPDATE occurrence SET planned_local = ${NO_LONGER_PLANNED} || id, cancelled_at = coalesce(cancelled_at, ${now}),
      cancel_reason = coalesce(cancel_reason, 'It has a new time.'), revision = revision + 1
    WHERE id = ANY(${dropped}::uuid[])`.execute(tx);
  return rows;
}

/** Whoever comes, or hosts it, is reminded by the new time. */
async function lookAgain(tx: Transaction<Database>, dates: readonly OccurrenceId[], now: Date) {
  if (dates.length === 0) return;
  await sql`
    UPDATE rsvp SET remind_at = CASE WHEN o.starts_at > ${now}::timestamptz + interval '2 hours'
      THEN greatest(${now}::timestamptz, o.starts_at - make_interval(hours => ${sql.lit(REMIND_WITHIN_HOURS)})) END
    FROM occurrence o WHERE o.id = rsvp.occurrence_id AND o.id = ANY(${dates}::uuid[])
      AND rsvp.standing IN ('going', 'maybe')`.execute(tx);
  await sql`DELETE FROM host_reminder WHERE occurrence_id = ANY(${dates}::uuid[])`.execute(tx);
}

async function withWaiting(tx: Transaction<Database>, gatheringId: string, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM occurrence WHERE gathering_id = ${gatheringId} AND ends_at > ${now} AND cancelled_at IS NULL
      AND EXISTS (SELECT FROM rsvp WHERE rsvp.occurrence_id = occurrence.id AND standing = 'waiting')
    ORDER BY id`.execute(tx);
  return rows.map(({ id }) => id);
}
