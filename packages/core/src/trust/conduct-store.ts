import { type Kysely, sql } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { ConductStore } from './ports.ts';
import { standingColumns } from './standing-queries.ts';
import { standingOf, type StandingRow } from './standing.ts';
import type { UnmaskingPolicy } from './unmasking.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };
type Row = StandingRow & {
  readonly text: string | null;
  readonly revision: number;
  readonly acknowledged_on: string | null;
  readonly unmasking: string;
};

export function sqlConductStore({ db, now }: Deps): ConductStore {
  return {
    async find(actor, communityId) {
      const { rows } = await sql<Row>`
        SELECT ${standingColumns(actor)},
          (SELECT text FROM conduct WHERE conduct.community_id = community.id) AS text,
          coalesce((SELECT revision FROM conduct WHERE conduct.community_id = community.id), 0) AS revision,
          (SELECT acknowledged_on FROM conduct_acknowledgement k
            WHERE k.community_id = community.id AND k.person_id = ${actor.personId}) AS acknowledged_on,
          (SELECT unmasking FROM organisation WHERE organisation.id = community.organisation_id) AS unmasking
        FROM community WHERE community.id = ${communityId} AND ${visibleCommunity(actor)}
      `.execute(db);
      const [row] = rows;
      return (
        row && {
          standing: standingOf(actor, row, now()),
          text: row.text ?? undefined,
          revision: row.revision,
          acknowledgedOn: row.acknowledged_on ?? undefined,
          unmasking: row.unmasking as UnmaskingPolicy,
        }
      );
    },

    async acknowledge(communityId, personId, day) {
      await db
        .insertInto('conduct_acknowledgement')
        .values({ community_id: communityId, person_id: personId, acknowledged_on: day })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async write(communityId, { text = null, revision }, at) {
      const written = { text, edited_at: at, revision };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('conduct')
        .values({ community_id: communityId, ...written })
        .onConflict((conflict) =>
          conflict
            .column('community_id')
            .doUpdateSet(written)
            .where('conduct.revision', '=', revision - 1),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new StaleWriteError(communityId);
    },
  };
}
