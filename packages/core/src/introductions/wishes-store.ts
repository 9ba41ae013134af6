import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { introductionLimits } from './limits.ts';
import type { WishStore } from './ports.ts';

export function sqlWishStore({ db }: { readonly db: Kysely<Database> }): WishStore {
  return {
    async save({ communityId, personId, team, pausedUntil }, now) {
      const row = { team: team ?? null, paused_until: pausedUntil ?? null };
      await db
        .insertInto('introduction_wish')
        .values({ ...row, community_id: communityId, person_id: personId, since: now })
        .onConflict((conflict) => conflict.columns(['community_id', 'person_id']).doUpdateSet(row))
        .execute();
    },

    async remove(communityId, personId) {
      await db
        .deleteFrom('introduction_wish')
        .where('community_id', '=', communityId)
        .where('person_id', '=', personId)
        .execute();
    },

    async keepApart({ personId }, other, now) {
      const { rows } = await sql<{ kept: number }>`
        WITH kept AS (SELECT count(*)::int AS number FROM kept_apart WHERE person_id = ${personId} AND other_id <> ${other})
        INSERT INTO kept_apart (person_id, other_id, since)
        SELECT ${personId}, ${other}, ${now} FROM kept WHERE number < ${introductionLimits.keptApart}
        ON CONFLICT (person_id, other_id) DO UPDATE SET since = kept_apart.since
        RETURNING 1 AS kept
      `.execute(db);
      return rows.length > 0;
    },

    async bringTogether(personId, other) {
      await db.deleteFrom('kept_apart').where('person_id', '=', personId).where('other_id', '=', other).execute();
    },

    async isPresent({ organisationId }, personId) {
      const found = await db
        .selectFrom('person')
        .select('id')
        .where('id', '=', personId)
        .where('organisation_id', '=', organisationId)
        .where('state', '=', 'present')
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
