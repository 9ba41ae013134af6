import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { knownCommunity } from '../sql/visibility.ts';
import type { Community } from './community.ts';
import { liveliness, NEWCOMER_BOOST } from './liveliness.ts';
import { insertMembership } from './membership-store.ts';
import type { CommunityStore } from './ports.ts';
import { descriptionRow, fromSituationRow, type SituationRow } from './rows-store.ts';

const UNIQUE_VIOLATION = '23505';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlCommunityStore({ db, newId }: Deps): CommunityStore {
  return {
    async find(actor, id) {
      const { rows } = await sql<SituationRow>`
        SELECT community.*,
          (SELECT count(*) FROM role_grant WHERE community_id = community.id AND role = 'coordinator') AS coordinators,
          (SELECT json_agg(h ORDER BY h.position) FROM stage_change h WHERE h.community_id = community.id) AS history,
          (SELECT json_agg(c ORDER BY c.connected_at, c.id) FROM connection c WHERE c.community_id = community.id)
            AS connections,
          (SELECT to_json(m) FROM membership m WHERE m.community_id = community.id AND m.person_id = ${actor.personId})
            AS me,
          (SELECT json_agg(r ORDER BY r.since) FROM role_grant r
            WHERE r.community_id = community.id AND r.person_id = ${actor.personId}) AS my_roles
        FROM community
        WHERE community.id = ${id} AND ${knownCommunity(actor, actor.administrator)}
      `.execute(db);
      const [row] = rows;
      return row && fromSituationRow(actor, row);
    },

    isNameTaken: (community) => isNameTaken(db, community),

    async meetsAt({ organisationId }, kind, externalId) {
      const row = await db
        .selectFrom('connection')
        .select('community_id')
        .where('organisation_id', '=', organisationId)
        .where('kind', '=', kind)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return row?.community_id as Awaited<ReturnType<CommunityStore['meetsAt']>>;
    },

    async found({ community, founder, events }) {
      const { id, organisationId, foundedAt } = community;
      const start = { activity: NEWCOMER_BOOST, last: foundedAt };
      await db.transaction().execute(async (tx) => {
        if (community.visibility !== 'by-invitation') await claimName(tx, community);
        await tx
          .insertInto('community')
          .values({
            ...descriptionRow(community),
            id,
            organisation_id: organisationId,
            archetype: community.archetype,
            founded_at: foundedAt,
            founded_by: community.foundedBy ?? null,
            member_count: 1,
            coordination: 1,
            activity: start.activity,
            last_activity_at: start.last,
            liveliness: liveliness(start),
            updated_at: foundedAt,
            revision: community.revision,
          })
          .execute();
        await saveHistory(tx, community);
        await insertMembership(tx, founder);
        await appendEvents(tx, { organisationId, at: foundedAt, newId }, events);
      });
    },

    async save({ state, events }, { claimsName, at }) {
      const { id, organisationId, revision } = state;
      await db.transaction().execute(async (tx) => {
        if (claimsName) await claimName(tx, state);
        const { numUpdatedRows } = await tx
          .updateTable('community')
          .set({ ...descriptionRow(state), updated_at: at, revision })
          .where('id', '=', id)
          .where('revision', '=', revision - 1)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new StaleWriteError(id);

        await saveHistory(tx, state);
        await saveConnections(tx, state);
        await appendEvents(tx, { organisationId, at, newId }, events);
      });
    },
  };
}

type Named = Parameters<CommunityStore['isNameTaken']>[0];

async function isNameTaken(db: Kysely<Database>, { organisationId, name, id }: Named): Promise<boolean> {
  const row = await db
    .selectFrom('community')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('folded_name', '=', sql<string>`copse_fold(${name})`)
    .where('closed_at', 'is', null)
    // The name of a community by invitation is not for others, so it cannot be in anybody's way.
    .where('visibility', '<>', 'by-invitation')
    .$if(id !== undefined, (query) => query.where('id', '<>', id as string))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes two founders of the same name queue up, and turns away the second. */
async function claimName(tx: Transaction<Database>, { organisationId, name, id }: Community): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${organisationId} || copse_fold(${name}), 0))`.execute(tx);
  if (await isNameTaken(tx, { organisationId, name, id })) throw new StaleWriteError(id);
}

async function saveHistory(tx: Transaction<Database>, { id, history }: Community): Promise<void> {
  await tx
    .insertInto('stage_change')
    .values(
      history.map(({ stage, since, by, note }, position) => ({
        community_id: id,
        position,
        stage,
        since,
        by: by ?? null,
        note: note ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function saveConnections(
  tx: Transaction<Database>,
  { id, organisationId, connections }: Community,
): Promise<void> {
  await tx
    .deleteFrom('connection')
    .where('community_id', '=', id)
    .$if(connections.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        connections.map((kept) => kept.id as string),
      ),
    )
    .execute();
  if (connections.length === 0) return;
  try {
    await tx
      .insertInto('connection')
      .values(
        connections.map(({ id: connectionId, kind, externalId, name, url, at, by }) => ({
          id: connectionId,
          community_id: id,
          organisation_id: organisationId,
          kind,
          external_id: externalId,
          name,
          url: url ?? null,
          connected_at: at,
          connected_by: by ?? null,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({ name: ref('excluded.name'), url: ref('excluded.url') })),
      )
      .execute();
  } catch (error) {
    // Another community connected the same place since we looked.
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new StaleWriteError(id);
    throw error;
  }
}
