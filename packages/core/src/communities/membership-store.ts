import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Membership } from './membership.ts';
import type { MembershipStore } from './ports.ts';
import { fromMembershipRow, type RoleRow } from './rows-store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlMembershipStore({ db, newId }: Deps): MembershipStore {
  return {
    async find(communityId, personId) {
      const { rows } = await sql<
        Parameters<typeof fromMembershipRow>[0] & { readonly roles: readonly RoleRow[] | null }
      >`
        SELECT membership.*,
          (SELECT json_agg(r ORDER BY r.since) FROM role_grant r
            WHERE r.community_id = membership.community_id AND r.person_id = membership.person_id) AS roles
        FROM membership
        WHERE community_id = ${communityId} AND person_id = ${personId}
      `.execute(db);
      const [row] = rows;
      return row && fromMembershipRow(row, row.roles);
    },

    async save({ organisationId, communityId, seen, memberships, growth, coordinationMoves, events }, at) {
      await db.transaction().execute(async (tx) => {
        // The community's row comes first: it is the one lock that all moves in a community queue at.
        const { numUpdatedRows } = await tx
          .updateTable('community')
          .set(({ eb }) => ({
            member_count: eb('member_count', '+', growth),
            coordination: eb('coordination', '+', coordinationMoves ? 1 : 0),
          }))
          .where('id', '=', communityId)
          .where('revision', '=', seen.revision)
          .$if(coordinationMoves, (query) => query.where('coordination', '=', seen.coordination))
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new StaleWriteError(communityId);

        for (const membership of memberships) {
          await (membership.revision === 1 ? insertMembership(tx, membership) : updateMembership(tx, membership));
        }
        await appendEvents(tx, { organisationId, at, newId }, events);
      });
    },
  };
}

/** A first membership of a person in a community; somebody may have made one in the same moment. */
export async function insertMembership(tx: Transaction<Database>, membership: Membership): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('membership')
    .values({
      community_id: membership.communityId,
      person_id: membership.personId,
      level: null,
      ...toRow(membership),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new StaleWriteError(membership.communityId);
  await saveRoles(tx, membership);
}

async function updateMembership(tx: Transaction<Database>, membership: Membership): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set(toRow(membership))
    .where('community_id', '=', membership.communityId)
    .where('person_id', '=', membership.personId)
    .where('revision', '=', membership.revision - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError(membership.communityId);
  await tx
    .deleteFrom('role_grant')
    .where('community_id', '=', membership.communityId)
    .where('person_id', '=', membership.personId)
    .execute();
  await saveRoles(tx, membership);
}

async function saveRoles(tx: Transaction<Database>, { communityId, personId, roles }: Membership): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .insertInto('role_grant')
    .values(
      roles.map(({ role, since, until, by }) => ({
        community_id: communityId,
        person_id: personId,
        role,
        since,
        until: until ?? null,
        granted_by: by ?? null,
      })),
    )
    .execute();
}

const toRow = ({ state, message, decidedBy, reason, since, revision }: Membership) => ({
  state,
  message: message ?? null,
  decided_by: decidedBy ?? null,
  reason: reason ?? null,
  since,
  revision,
});
