import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { CircleId, CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { type Circle, type CircleChange, leaderOf, leaveCircle, passTurnOn } from './circle.ts';
import type { CircleStore } from './ports.ts';
import type { LearningTables } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

/** A circle with its peers and meetings, as one statement reads it. */
export type CircleRow = LearningTables['circle'] & {
  readonly peers: readonly { readonly person_id: string; readonly place: number; readonly since: string }[] | null;
  readonly held:
    | readonly {
        readonly number: number;
        readonly held_on: string;
        readonly facilitator_id: string | null;
        readonly note: string;
        readonly at: string;
      }[]
    | null;
};

export const circleColumns = sql`circle.*,
  (SELECT json_agg(p ORDER BY p.place) FROM circle_peer p WHERE p.circle_id = circle.id) AS peers,
  (SELECT json_agg(h ORDER BY h.number) FROM circle_meeting h WHERE h.circle_id = circle.id) AS held`;

export function sqlCircleStore({ db, newId }: Deps): CircleStore {
  return {
    async find(actor, id) {
      const { rows } = await sql<CircleRow>`
        SELECT ${circleColumns}
        FROM circle JOIN community ON community.id = circle.community_id
        WHERE circle.id = ${id} AND ${visibleCommunity(actor)}
      `.execute(db);
      return rows[0] && circleFromRow(rows[0]);
    },

    async save(changed, at) {
      await db.transaction().execute((tx) => save(tx, changed, { at, newId }));
    },
  };
}

type Following = Pick<Deps, 'newId'> & { readonly now: () => Date };

/** Whoever is no member of its community any more is no peer of a circle; whoever leads in their place hears of it. */
export const circleSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'circles',
  on: ['membership.left', 'membership.removed'],
  async handle(tx, { communityId, personId }) {
    const at = now();
    const { rows } = await sql<CircleRow>`
      SELECT ${circleColumns} FROM circle
      WHERE circle.community_id = ${String(communityId)} AND circle.state <> 'closed'
        AND circle.id IN (SELECT circle_id FROM circle_peer WHERE person_id = ${String(personId)})
        AND NOT EXISTS (SELECT FROM membership m WHERE m.community_id = circle.community_id
          AND m.person_id = ${String(personId)} AND m.state = 'member')
      ORDER BY circle.id FOR UPDATE OF circle`.execute(tx);
    for (const row of rows) {
      const left = leaveCircle(circleFromRow(row), String(personId) as PersonId, at);
      if (left) await save(tx, left, { at, newId });
    }
  },
});

/** Of whoever was erased, or merged, nothing is left to leave: what they were in the middle of goes on with the others. */
export const leaderlessSubscriber = ({ now, newId }: Following): Subscriber => ({
  name: 'circles-without-leader',
  on: ['person.erased', 'person.merged'],
  async handle(tx, { type, organisationId, intoPersonId }) {
    const at = now();
    const which =
      type === 'person.merged'
        ? sql`circle.id IN (SELECT circle_id FROM circle_peer WHERE person_id = ${String(intoPersonId)})`
        : sql`(circle.leader_id IS NULL AND circle.state = 'meeting')
          OR NOT EXISTS (SELECT FROM circle_peer p WHERE p.circle_id = circle.id)`;
    const { rows } = await sql<CircleRow>`
      SELECT ${circleColumns} FROM circle
      WHERE circle.organisation_id = ${organisationId} AND circle.state <> 'closed' AND (${which})
      ORDER BY circle.id FOR UPDATE OF circle`.execute(tx);
    for (const row of rows) {
      const passed = passTurnOn(circleFromRow(row), (row.leader_id ?? undefined) as PersonId | undefined, at);
      if (passed) await save(tx, passed, { at, newId });
    }
  },
});

async function save(
  tx: Transaction<Database>,
  { state, events }: CircleChange,
  { at, newId }: Pick<Deps, 'newId'> & { readonly at: Date },
): Promise<void> {
  await (state.revision === 1 ? insert(tx, state) : update(tx, state));
  await saveParts(tx, state);
  await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
}

async function insert(tx: Transaction<Database>, circle: Circle): Promise<void> {
  await tx
    .insertInto('circle')
    .values({
      id: circle.id,
      organisation_id: circle.organisationId,
      community_id: circle.communityId,
      title: circle.title,
      purpose: circle.purpose,
      topics: [...circle.topics],
      rhythm: circle.rhythm,
      size: circle.size,
      meetings: circle.meetings,
      state: circle.state,
      leader_id: leaderOf(circle) ?? null,
      founded_at: circle.foundedAt,
      closed_at: circle.closedAt ?? null,
      revision: circle.revision,
    })
    .execute();
}

async function update(tx: Transaction<Database>, circle: Circle): Promise<void> {
  const { id, state, closedAt, revision } = circle;
  const { numUpdatedRows } = await tx
    .updateTable('circle')
    .set({ state, leader_id: leaderOf(circle) ?? null, closed_at: closedAt ?? null, revision })
    .where('id', '=', id)
    .where('revision', '=', revision - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError(id);
}

/** Peers as they are now; meetings are added and stay. */
async function saveParts(tx: Transaction<Database>, { id, peers, held }: Circle): Promise<void> {
  await tx.deleteFrom('circle_peer').where('circle_id', '=', id).execute();
  if (peers.length > 0) {
    await tx
      .insertInto('circle_peer')
      .values(peers.map(({ personId, place, since }) => ({ circle_id: id, person_id: personId, place, since })))
      .execute();
  }
  if (held.length === 0) return;
  await tx
    .insertInto('circle_meeting')
    .values(
      held.map(({ number, heldOn, facilitatorId, note, at }) => ({
        circle_id: id,
        number,
        held_on: heldOn,
        facilitator_id: facilitatorId ?? null,
        note,
        at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const circleFromRow = (row: CircleRow): Circle => ({
  id: row.id as CircleId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  title: row.title,
  purpose: row.purpose,
  topics: row.topics,
  rhythm: row.rhythm,
  size: row.size,
  meetings: row.meetings,
  state: row.state,
  peers: (row.peers ?? []).map(({ person_id, place, since }) => ({
    personId: person_id as PersonId,
    place,
    since: new Date(since),
  })),
  held: (row.held ?? []).map((one) => ({
    number: one.number,
    heldOn: one.held_on,
    facilitatorId: (one.facilitator_id ?? undefined) as PersonId | undefined,
    note: one.note,
    at: new Date(one.at),
  })),
  foundedAt: row.founded_at,
  closedAt: row.closed_at ?? undefined,
  revision: row.revision,
});
