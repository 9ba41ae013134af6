import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { visibleGathering, visibleToEach, type Viewer } from '../sql/visibility.ts';
import { fillPlaces, lockDate } from './answers-store.ts';

type Telling = { readonly now: Date; readonly newId: () => string };
/** What a subscriber needs whose facts bring about others. */
export type Following = { readonly now: () => Date; readonly newId: () => string };

/** Whoever left, was removed, or stands outside of what has closed, gives back the places that they can no longer see. */
export const placesSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'gathering-places',
  on: ['membership.left', 'membership.removed', 'community.edited'],
  async handle(tx, { type, communityId, personId }) {
    const inCommunity = sql<boolean>`gathering.community_id = ${String(communityId)}`;
    const whose =
      type === 'community.edited' ? inCommunity : sql<boolean>`${inCommunity} AND rsvp.person_id = ${String(personId)}`;
    await freeUnseen(tx, whose, { now: now(), newId });
  },
});

/**
 * Takes back the answers of those who may not see the dates to come any more, and lets in whoever waits. `which` may
 * speak of `rsvp`, `occurrence` and `gathering`.
 */
export async function freeUnseen(
  tx: Transaction<Database>,
  which: RawBuilder<boolean>,
  { now, newId }: Telling,
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
  for (const { id } of rows) {
    // Under the lock of the date, and whoever may not see it by then: nobody who waits is let in who may not.
    await lockDate(tx, id);
    await sql`
      DELETE FROM rsvp USING (${unseen(sql<boolean>`rsvp.occurrence_id = ${id}`)}) AS lost
      WHERE rsvp.occurrence_id = lost.occurrence_id AND rsvp.person_id = lost.person_id`.execute(tx);
    await fillPlaces(tx, id, { now, newId });
  }
}

const each = { personId: sql.ref('person.id'), organisationId: sql.ref('person.organisation_id') };
/** Needs `person`, the person of each row: whether it is visible to them. */
export const toEach = (visible: (viewer: Viewer) => RawBuilder<boolean>): RawBuilder<boolean> =>
  visibleToEach(visible, each);
