import { sql, type Transaction } from 'kysely';
import type { SiteApp } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PracticeId } from '../kernel/ids.ts';
import type { Life } from '../practices/life.ts';
import type { Database } from '../sql/database.ts';
import type { Attempt, Found } from './attempt.ts';
import { fromRow } from './rows-store.ts';
import { forMembers, spacesOfCommunity } from './surroundings-queries.ts';
import type { PublicationRow } from './tables.ts';

type Row = PublicationRow & {
  readonly community_id: string;
  readonly life: string;
  readonly version: number;
  readonly practice_revision: number;
  readonly hidden: boolean;
  readonly closed: boolean;
  readonly for_members: boolean;
  readonly connected: boolean;
};

/**
 * What waits at a site: asked for, to be tried again, or begun and left lying when the lease was over. Rows that another
 * visit of the app has in hand at this moment are passed over, so two visits never get the same.
 */
export async function claimIn(
  tx: Transaction<Database>,
  { cloudId, organisationId }: SiteApp,
  { limit, at }: { readonly limit: number; readonly at: Date },
  handOut: (found: Found) => Promise<Attempt | undefined>,
): Promise<readonly Attempt[]> {
  await tx
    .insertInto('publishing_visit')
    .values({ cloud_id: cloudId, at })
    .onConflict((conflict) => conflict.column('cloud_id').doUpdateSet({ at }))
    .execute();
  const { rows } = await sql<Row>`
    WITH waiting AS (
      SELECT practice_id FROM publication
      WHERE cloud_id = ${cloudId} AND organisation_id = ${organisationId} AND state IN ('queued', 'publishing', 'failed')
        AND (state = 'queued' OR (state = 'failed' AND next_try_at <= ${at}) OR (state = 'publishing' AND lease_until <= ${at}))
      ORDER BY requested_at, practice_id LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    )
    SELECT publication.*, practice.community_id, practice.life, practice.version,
      practice.revision AS practice_revision, practice.hidden_at IS NOT NULL AS hidden,
      community.stage = 'closed' AS closed, ${forMembers} AS for_members,
      EXISTS (SELECT FROM (${spacesOfCommunity}) s
        WHERE s."cloudId" = publication.cloud_id AND s."spaceId" = publication.space_id) AS connected
    FROM publication JOIN practice ON practice.id = publication.practice_id
    JOIN community ON community.id = practice.community_id
    WHERE publication.practice_id IN (SELECT practice_id FROM waiting)
    ORDER BY publication.requested_at, publication.practice_id
  `.execute(tx);

  const attempts: Attempt[] = [];
  for (const row of rows) {
    const attempt = await handOut({
      publication: fromRow(row),
      practice: {
        id: row.practice_id as PracticeId,
        organisationId: row.organisation_id as OrganisationId,
        communityId: row.community_id as CommunityId,
        life: row.life as Life,
        version: row.version,
        revision: row.practice_revision,
      },
      about: { hidden: row.hidden, closed: row.closed, forMembers: row.for_members },
      connected: row.connected,
    });
    if (attempt) attempts.push(attempt);
  }
  return attempts;
}
