import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { PractitionerReader } from './ports.ts';
import { practitionerOf, type ViewerRow } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlPractitioners({ db, now }: Deps): PractitionerReader {
  const standing = (actor: Actor, communityId: string) =>
    db
      .selectFrom('community')
      .select((eb) => viewer(eb, actor))
      .where('community.id', '=', communityId);

  return {
    async inCommunity(actor, id) {
      const row = await standing(actor, id).where(visibleCommunity(actor)).executeTakeFirst();
      return row && practitionerOf(actor, row as ViewerRow, now());
    },

    async ofPractice(actor, { communityId, ownerId, credits }) {
      const row = await standing(actor, communityId).executeTakeFirstOrThrow();
      const credit = credits.find(({ personId }) => personId === actor.personId)?.credit ?? null;
      return practitionerOf(actor, row as ViewerRow, now(), { ownerId, credit });
    },

    async isMember(communityId, personId) {
      const found = await db
        .selectFrom('membership')
        .select('state')
        .where('community_id', '=', communityId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return found?.state === 'member';
    },

    async isColleague({ organisationId }, personId) {
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

/** How the actor stands to the community of the row. Needs `community` in scope. */
export function viewer(eb: ExpressionBuilder<Database, 'community'>, actor: Pick<Actor, 'personId'>) {
  return [
    eb
      .exists(
        eb
          .selectFrom('membership')
          .select(sql.lit(1).as('one'))
          .whereRef('membership.community_id', '=', 'community.id')
          .where('membership.person_id', '=', actor.personId)
          .where('membership.state', '=', 'member'),
      )
      .as('is_member'),
    jsonArrayFrom(
      eb
        .selectFrom('role_grant')
        .select(['role', 'until'])
        .whereRef('role_grant.community_id', '=', 'community.id')
        .where('role_grant.person_id', '=', actor.personId),
    ).as('my_roles'),
    eb('community.stage', '=', 'closed').as('closed'),
  ] as const;
}
