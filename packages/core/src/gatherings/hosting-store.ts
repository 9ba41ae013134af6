import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { reachedGathering, visibleGathering } from '../sql/visibility.ts';
import { giveUpHosting } from './hosting.ts';
import { toEach } from './places-store.ts';
import { fromDateRow, fromRow } from './rows-store.ts';
import { NO_LONGER_PLANNED, saveGathering } from './store.ts';

type Following = { readonly now: () => Date; readonly newId: () => string };
type Hosted = { readonly gathering_id: string; readonly person_id: string };

/**
 * Whoever has left or was removed hosts no more of what they would not see but for hosting it; nor does who was put down
 * for a date of what has closed to them since. Somebody from outside who is a host of it stays: hosts see it.
 */
export const hostingSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'gathering-hosts',
  on: ['membership.left', 'membership.removed', 'community.edited', 'gathering.edited', 'gathering.rescheduled'],
  async handle(tx, { type, communityId, gatheringId, personId, by }) {
    const at = now();
    const inCommunity = sql<boolean>`gathering.community_id = ${String(communityId)}`;
    const hosted = type.startsWith('membership.')
      ? sql<boolean>`${inCommunity} AND person.id = ${String(personId)} AND NOT ${toEach(reachedGathering)}`
      : type === 'community.edited'
        ? sql<boolean>`${inCommunity} AND NOT ${toEach(visibleGathering)}`
        : sql<boolean>`gathering.id = ${String(gatheringId)} AND NOT ${toEach(visibleGathering)}`;
    for (const one of await unseenHosts(tx, hosted, at)) {
      await giveUp(tx, one, { at, newId, by: String(by ?? personId) as PersonId });
    }
  },
});

async function unseenHosts(
  tx: Transaction<Database>,
  which: RawBuilder<boolean>,
  at: Date,
): Promise<readonly Hosted[]> {
  const { rows } = await sql<Hosted>`
    SELECT DISTINCT gathering.id AS gathering_id, person.id AS person_id
    FROM occurrence ahead JOIN gathering ON gathering.id = ahead.gathering_id
    JOIN community ON community.id = gathering.community_id
    JOIN LATERAL (SELECT h.person_id FROM gathering_host h WHERE h.gathering_id = gathering.id
      UNION SELECT ahead.host_id) AS host ON true
    JOIN person ON person.id = host.person_id
    WHERE ahead.starts_at > ${at} AND gathering.cancelled_at IS NULL AND ${which}
    ORDER BY gathering.id, person.id`.execute(tx);
  return rows;
}

async function giveUp(
  tx: Transaction<Database>,
  { gathering_id, person_id }: Hosted,
  { at, newId, by }: { readonly at: Date; readonly newId: () => string; readonly by: PersonId },
): Promise<void> {
  const row = await tx
    .selectFrom('gathering')
    .selectAll()
    .where('id', '=', gathering_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const hosts = await tx
    .selectFrom('gathering_host')
    .select('person_id')
    .where('gathering_id', '=', gathering_id)
    .orderBy('position')
    .orderBy('person_id')
    .execute();
  const ahead = await tx
    .selectFrom('occurrence')
    .selectAll()
    .where('gathering_id', '=', gathering_id)
    .where('starts_at', '>', at)
    .where('planned_local', 'not like', `${NO_LONGER_PLANNED}%`)
    .orderBy('planned_at')
    .execute();
  const gathering = fromRow(
    row,
    hosts.map((host) => host.person_id),
  );
  const changed = giveUpHosting(gathering, ahead.map(fromDateRow), person_id as PersonId, { by, at });
  await saveGathering(tx, changed, { at, newId });
}
