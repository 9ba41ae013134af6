import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PracticeId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Surroundings } from './ports.ts';
import type { PublishingTables } from './tables.ts';
import type { PublishingSpace } from './view-contract.ts';

/**
 * The Confluence spaces of the community in the row `community`, with the site that each is on: the one that its address
 * lies on or, where it was connected without an address, the only one that is linked.
 */
export const spacesOfCommunity = sql`
  SELECT connection.id AS "connectionId", site.cloud_id AS "cloudId", site.url AS "siteUrl",
    connection.external_id AS "spaceId", connection.name
  FROM connection JOIN site ON site.organisation_id = connection.organisation_id
  WHERE connection.community_id = community.id AND connection.kind = 'confluence-space'
    AND CASE WHEN connection.url IS NULL
      THEN (SELECT count(*) FROM site all_sites WHERE all_sites.organisation_id = connection.organisation_id) = 1
      ELSE starts_with(connection.url || '/', site.url || '/') END`;

/** Not everybody in the organisation may see the practice of the row. */
export const forMembers: RawBuilder<boolean> = sql<boolean>`
  (practice.visibility = 'members' OR community.visibility = 'by-invitation')`;

type Row = {
  readonly hidden: boolean;
  readonly closed: boolean;
  readonly for_members: boolean;
  readonly spaces: readonly PublishingSpace[] | null;
  readonly source: PublishingTables['practice_source_page'] | null;
};

export async function surroundingsOf(db: Kysely<Database>, practiceId: PracticeId): Promise<Surroundings> {
  const { rows } = await sql<Row>`
    SELECT practice.hidden_at IS NOT NULL AS hidden, community.stage = 'closed' AS closed, ${forMembers} AS for_members,
      (SELECT json_agg(s ORDER BY s.name, s."connectionId") FROM (${spacesOfCommunity}) s) AS spaces,
      (SELECT to_json(p) FROM practice_source_page p WHERE p.practice_id = practice.id) AS source
    FROM practice JOIN community ON community.id = practice.community_id
    WHERE practice.id = ${practiceId}
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error('A practice is not there right after it was read');
  const { source } = row;
  return {
    about: { hidden: row.hidden, closed: row.closed, forMembers: row.for_members },
    spaces: row.spaces ?? [],
    source: source
      ? {
          cloudId: source.cloud_id,
          siteUrl: source.site_url,
          spaceId: source.space_id,
          spaceName: '',
          page: { id: source.page_id, path: source.page_path, title: source.page_title, version: source.page_version },
        }
      : undefined,
  };
}
