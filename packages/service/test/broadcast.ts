import { randomUUID } from 'node:crypto';
import type { Database } from '@copse/core/sql';
import type { Kysely } from 'kysely';

/** A message to many about a community, as the announcing of a fact leaves it behind. */
export async function aBroadcastOf(
  db: Kysely<Database>,
  { personId, communityId }: { readonly personId: string; readonly communityId: string },
): Promise<string> {
  const id = randomUUID();
  const { organisation_id } = await db
    .selectFrom('person')
    .select('organisation_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const about = { what: 'community-closed', community_id: communityId, subject_kind: 'community' };
  await db
    .insertInto('broadcast')
    .values({
      ...about,
      id,
      organisation_id,
      subject_id: communityId,
      caused_by: personId,
      at: new Date(),
      reached: null,
    })
    .execute();
  return id;
}
