import { type Kysely, sql } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';

/**
 * The community of an organisation that a person means: by the external id of an import, by our own id, or by its name
 * (without regard to case and accents; a closed one only where no living one is called so).
 */
export async function findCommunity(
  db: Kysely<Database>,
  organisationId: OrganisationId,
  meant: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT community.id, community.name
    FROM community LEFT JOIN imported ON imported.ref_id = community.id AND imported.section = 'communities'
      AND imported.external_id = ${meant}
    WHERE community.organisation_id = ${organisationId}
      AND (imported.external_id IS NOT NULL OR community.id::text = ${meant.toLowerCase()}
        OR copse_fold(community.name) = copse_fold(${meant}))
    ORDER BY imported.external_id IS NULL, community.closed_at IS NOT NULL, community.id LIMIT 1
  `.execute(db);
  return rows[0];
}
