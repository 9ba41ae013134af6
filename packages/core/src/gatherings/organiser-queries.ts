import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { OrganiserReader } from './ports.ts';

type Deps = { readonly db: Kysely<Database> };

/** Guests organise nothing in the tenant that they are guests of; who came from Confluence alone has no account there. */
export const sqlOrganisers = ({ db }: Deps): OrganiserReader => ({
  async accountOf({ personId, organisationId, guest }) {
    if (guest) return undefined;
    const { rows } = await sql<{ tenant_id: string; object_id: string }>`
      SELECT organisation.entra_tenant_id AS tenant_id, split_part(account.key, ':', 3) AS object_id
      FROM account JOIN organisation ON organisation.id = ${organisationId}
      WHERE account.person_id = ${personId}
        AND starts_with(account.key, concat('entra:', organisation.entra_tenant_id, ':'))
      ORDER BY account.linked_at, account.key LIMIT 1`.execute(db);
    const [row] = rows;
    return row && { tenantId: row.tenant_id, objectId: row.object_id };
  },
});
