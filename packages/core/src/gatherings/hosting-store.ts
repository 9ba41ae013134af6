import { type RawBuilder, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { reachedGathering, visibleGathering } from '../sql/visibility.ts';
import { callOff, type Gathering } from './gathering.ts';
import { giveUpHosting } from './hosting.ts';
import type { Occurrence } from './occurrence.ts';
import { type Following, toEach } from './places-store.ts';
import { fromRow } from './rows-store.ts';
import { hostIds, readAhead } from './series-queries.ts';
import { saveGathering } from './store.ts';
import type { GatheringRow } from './tables.ts';

type Hosted = { readonly gathering_id: string; readonly person_id: string | null };
type Acting = { readonly at: Date; readonly newId: () => string; readonly by: PersonId };

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

/** What somebody who was erased has hosted, others host. */
export const hostlessSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'gatherings-without-host',
  on: ['person.erased'],
  async handle(tx, { organisationId, personId }) {
    const at = now();
    // What an import has brought without a host never had one.
    const { rows } = await sql<Hosted>`
      SELECT gathering.id AS gathering_id, NULL AS person_id FROM gathering
      WHERE organisation_id = ${organisationId} AND cancelled_at IS NULL
        AND EXISTS (SELECT FROM occurrence o WHERE o.gathering_id = gathering.id AND o.starts_at > ${at}
          AND o.cancelled_at IS NULL AND (o.host_id IS NULL OR NOT gathering.rotates))
        AND CASE (SELECT count(*) FROM gathering_host h WHERE h.gathering_id = gathering.id)
          WHEN 0 THEN NOT EXISTS (SELECT FROM imported i WHERE i.organisation_id = gathering.organisation_id
            AND i.section = 'gatherings' AND i.ref_id = gathering.id)
          WHEN 1 THEN false ELSE gathering.rotates END
      ORDER BY gathering.id`.execute(tx);
    for (const one of rows) await giveUp(tx, one, { at, newId, by: String(personId) as PersonId });
  },
});

/** What is still to come of a community that has ended is called off, and whoever wanted to come is told. */
export const endingSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'gatherings-of-the-closed',
  on: ['community.closed', 'community.imported'],
  async handle(tx, { communityId, by }) {
    const at = now();
    const { rows } = await sql<{ id: string }>`
      SELECT gathering.id FROM gathering JOIN community ON community.id = gathering.community_id
      WHERE gathering.community_id = ${String(communityId)} AND community.closed_at IS NOT NULL
        AND gathering.cancelled_at IS NULL AND EXISTS (SELECT FROM occurrence o
          WHERE o.gathering_id = gathering.id AND o.starts_at > ${at}) ORDER BY gathering.id`.execute(tx);
    for (const { id } of rows) {
      const { gathering, ahead } = await lockSeries(tx, id, at);
      const changed = callOff(gathering, ahead, { personId: by as PersonId | undefined }, { reason: ENDED, at });
      await saveGathering(tx, changed, { at, newId });
    }
  },
});

const ENDED = 'Its community has ended.';

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
  { at, newId, by }: Acting,
): Promise<void> {
  const { gathering, ahead } = await lockSeries(tx, gathering_id, at);
  const { rows } = await sql<{ person_id: string }>`
    SELECT g.person_id FROM role_grant g JOIN person ON person.id = g.person_id AND person.state = 'present'
    WHERE g.community_id = ${gathering.communityId} AND g.role = 'coordinator'
      AND g.person_id IS DISTINCT FROM ${person_id}::uuid
    ORDER BY g.since, g.person_id LIMIT 1`.execute(tx);
  const planned = ahead.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  const coordinator = rows[0]?.person_id as PersonId | undefined;
  const host = (person_id ?? undefined) as PersonId | undefined;
  await saveGathering(tx, giveUpHosting(gathering, planned, host, { by, at, coordinator }), { at, newId });
}

/** A gathering with its dates to come, which nobody else changes until the transaction ends. */
async function lockSeries(
  tx: Transaction<Database>,
  gatheringId: string,
  at: Date,
): Promise<{ readonly gathering: Gathering; readonly ahead: readonly Occurrence[] }> {
  const { rows } = await sql<GatheringRow & { readonly host_ids: string[] | null }>`
    SELECT gathering.*, ${hostIds} AS host_ids FROM gathering WHERE id = ${gatheringId} FOR UPDATE`.execute(tx);
  const [row] = rows;
  if (!row) throw new StaleWriteError(gatheringId);
  return { gathering: fromRow(row, row.host_ids ?? []), ahead: await readAhead(tx, gatheringId, at) };
}
