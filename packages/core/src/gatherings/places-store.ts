import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { visibleGathering, visibleToEach, type Viewer } from '../sql/visibility.ts';
import { fillPlaces, lockDate } from './room-store.ts';
import type { GatheringEvent, LostBecause } from './events.ts';

type Telling = { readonly now: Date; readonly newId: () => string };
/** `by`: who brought it about, who is not told. */
type Doing = Telling & { readonly by: string | undefined };
type Losing = Doing & { readonly because: LostBecause };
/** What a subscriber needs whose facts bring about others. */
export type Following = { readonly now: () => Date; readonly newId: () => string };

/** Whoever left, was removed, or stands outside of what has closed, gives back the places that they can no longer see. */
export const placesSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'gathering-places',
  on: ['membership.left', 'membership.removed', 'community.edited'],
  async handle(tx, { type, communityId, personId, by }) {
    const inCommunity = sql<boolean>`gathering.community_id = ${String(communityId)}`;
    const whose =
      type === 'community.edited' ? inCommunity : sql<boolean>`${inCommunity} AND rsvp.person_id = ${String(personId)}`;
    const because = type === 'community.edited' ? 'community' : 'removed';
    await freeUnseen(tx, whose, { now: now(), newId, because, by: String(by) });
  },
});

/**
 * Takes back the answers of those who may not see the dates to come any more, says so to each, once of a series, and lets
 * in whoever waits. `which` may speak of `rsvp`, `occurrence` and `gathering`.
 */
export async function freeUnseen(
  tx: Transaction<Database>,
  which: RawBuilder<boolean>,
  { now, newId, because, by }: Losing,
): Promise<void> {
  const unseen = (dates: RawBuilder<boolean>) => sql`
    SELECT rsvp.occurrence_id, rsvp.person_id FROM rsvp
    JOIN occurrence ON occurrence.id = rsvp.occurrence_id
    JOIN gathering ON gathering.id = occurrence.gathering_id
    JOIN community ON community.id = gathering.community_id
    JOIN person ON person.id = rsvp.person_id
    WHERE ${dates} AND occurrence.ends_at > ${now} AND occurrence.cancelled_at IS NULL AND NOT ${toEach(visibleGathering)}`;
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT occurrence_id AS id FROM (${unseen(which)}) AS lost ORDER BY occurrence_id`.execute(tx);
  const lost: LostRow[] = [];
  for (const { id } of rows) {
    // Under the lock of the date, and whoever may not see it by then: nobody who waits is let in who may not.
    const date = await lockDate(tx, id);
    const gone = await sql<Pick<LostRow, 'person_id' | 'standing'>>`
      DELETE FROM rsvp USING (${unseen(sql<boolean>`rsvp.occurrence_id = ${id}`)}) AS lost
      WHERE rsvp.occurrence_id = lost.occurrence_id AND rsvp.person_id = lost.person_id
      RETURNING rsvp.person_id, rsvp.standing`.execute(tx);
    lost.push(...gone.rows.map((row) => ({ ...date, ...row })));
    await fillPlaces(tx, id, { now, newId });
  }
  await tellLost(tx, lost, { type: 'rsvp.lost', because }, { now, newId, by });
}

export type LostRow = Pick<
  Awaited<ReturnType<typeof lockDate>>,
  'id' | 'gathering_id' | 'community_id' | 'organisation_id' | 'starts_at'
> & { readonly person_id: string; readonly standing: string };

/** Says to each who wanted to come that they cannot: once of each gathering, with the first of the dates. */
export async function tellLost(
  tx: Transaction<Database>,
  lost: readonly LostRow[],
  what: { readonly type: 'rsvp.lost'; readonly because: LostBecause } | { readonly type: 'rsvp.dropped' },
  { now, newId, by }: Doing,
): Promise<void> {
  const wanted = lost
    .filter(({ standing, person_id }) => standing !== 'not-going' && person_id !== by)
    .toSorted((a, b) => a.starts_at.getTime() - b.starts_at.getTime());
  const each = Map.groupBy(wanted, ({ gathering_id, person_id }) => `${gathering_id} ${person_id}`);
  const events = [...each.values()].flatMap((dates): GatheringEvent[] => {
    const [first] = dates;
    return first ? [{ ...what, ...aboutLost(first), dates: dates.length }] : [];
  });
  // All of it is in one community, or in one gathering.
  const organisationId = lost[0]?.organisation_id as OrganisationId;
  await appendEvents(tx, { organisationId, at: now, newId }, events);
}

const aboutLost = (row: LostRow) => ({
  occurrenceId: row.id as OccurrenceId,
  gatheringId: row.gathering_id as GatheringId,
  communityId: row.community_id as CommunityId,
  personId: row.person_id as PersonId,
});

const each = { personId: sql.ref('person.id'), organisationId: sql.ref('person.organisation_id') };
/** Needs `person`, the person of each row: whether it is visible to them. */
export const toEach = (visible: (viewer: Viewer) => RawBuilder<boolean>): RawBuilder<boolean> =>
  visibleToEach(visible, each);
