import { type RawBuilder, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { reachedGathering, visibleGathering } from '../sql/visibility.ts';
import { giveUpHosting } from './hosting.ts';
import { type Following, toEach } from './places-store.ts';
import { fromRow } from './rows-store.ts';
import { hostIds, readAhead } from './series-queries.ts';
import { saveGathering } from './store.ts';
import type { GatheringRow } from './tables.ts';

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
  const { rows } = await sql<GatheringRow & { readonly host_ids: string[] | null }>`
    SELECT gathering.*, ${hostIds} AS host_ids FROM gathering WHERE id = ${gathering_id} FOR UPDATE`.execute(tx);
  const [row] = rows;
  if (!row) throw new StaleWriteError(gathering_id);
  const gathering = fromRow(row, row.host_ids ?? []);
  const ahead = await readAhead(tx, gathering_id, at);
  const planned = ahead.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  const changed = giveUpHosting(gathering, planned, person_id as PersonId, { by, at });
  await saveGathering(tx, changed, { at, newId });
}
