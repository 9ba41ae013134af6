import { type Kysely, sql } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { useUpCode } from './code-store.ts';
import type { Organisation, Site } from './organisation.ts';
import type { OrganisationStore, SiteStore } from './ports.ts';
import type { IdentityTables } from './tables.ts';

type Ports = { readonly db: Kysely<Database>; readonly newId: () => string; readonly secret: string };

export function sqlOrganisationStore({ db }: Pick<Ports, 'db'>): OrganisationStore {
  const columns = ['id', 'name', 'entra_tenant_id', 'created_at', 'revision'] as const;

  async function ofTenant(tenantId: string) {
    const row = await db
      .selectFrom('organisation')
      .select(columns)
      .where('entra_tenant_id', '=', tenantId)
      .executeTakeFirst();
    return row && toOrganisation(row);
  }

  return {
    async get(id) {
      const row = await db.selectFrom('organisation').select(columns).where('id', '=', id).executeTakeFirst();
      if (!row) throw new Error('An organisation that somebody belongs to is not there');
      return toOrganisation(row);
    },

    ofTenant,

    async open(organisation) {
      await db
        .insertInto('organisation')
        .values({
          id: organisation.id,
          name: organisation.name,
          entra_tenant_id: organisation.entraTenantId ?? null,
          created_at: organisation.createdAt,
          revision: organisation.revision,
        })
        .onConflict((conflict) => conflict.column('entra_tenant_id').doNothing())
        .execute();
      return (organisation.entraTenantId && (await ofTenant(organisation.entraTenantId))) || organisation;
    },

    async save({ state }) {
      const { numUpdatedRows } = await db
        .updateTable('organisation')
        .set({ name: state.name, revision: state.revision })
        .where('id', '=', state.id)
        .where('revision', '=', state.revision - 1)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new StaleWriteError(state.id);
    },

    async lacksAdministrator(id) {
      // An import may have brought administrators along: note that, so that nobody has to ask again.
      const { numUpdatedRows } = await db
        .updateTable('organisation')
        .set({ administered: true })
        .where('id', '=', id)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('person')
              .select(sql`1`.as('one'))
              .where('organisation_id', '=', id)
              .where('administrator', '=', true)
              .where('state', '=', 'present'),
          ),
        )
        .executeTakeFirst();
      return numUpdatedRows === 0n;
    },
  };
}

type OrganisationColumns = Pick<Organisation, 'id' | 'name' | 'revision'> & {
  readonly entra_tenant_id: string | null;
  readonly created_at: Date;
};

const toOrganisation = (row: Omit<OrganisationColumns, 'id'> & { readonly id: string }): Organisation => ({
  id: row.id as OrganisationId,
  name: row.name,
  entraTenantId: row.entra_tenant_id ?? undefined,
  createdAt: row.created_at,
  revision: row.revision,
});

export function sqlSiteStore({ db, newId, secret }: Ports): SiteStore {
  return {
    async find(cloudId) {
      const row = await db.selectFrom('site').selectAll().where('cloud_id', '=', cloudId).executeTakeFirst();
      return row && toSite(row);
    },

    async of(organisationId) {
      const sites = await db
        .selectFrom('site')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .orderBy('url')
        .limit(500)
        .execute();
      return sites.map(toSite);
    },

    async link({ cloudId, organisationId, url, linkedAt }, by, code, at, event) {
      await db.transaction().execute(async (tx) => {
        await useUpCode(tx, { secret, code, at });
        const { numInsertedOrUpdatedRows: linked } = await tx
          .insertInto('site')
          .values({ cloud_id: cloudId, organisation_id: organisationId, url, linked_at: linkedAt, linked_by: by })
          .onConflict((conflict) =>
            conflict
              .column('cloud_id')
              .doUpdateSet({ url, linked_by: by })
              .where('site.organisation_id', '=', organisationId),
          )
          .executeTakeFirst();
        // Somebody linked it to another organisation in the meantime: the retry will see that.
        if (linked !== 1n) throw new StaleWriteError(cloudId);

        await sql`
          DELETE FROM account USING person
          WHERE person.id = account.person_id AND person.organisation_id <> ${organisationId}
            AND starts_with(account.key, ${`atlassian:${cloudId}:`})
        `.execute(tx);
        await appendEvents(tx, { organisationId, at, newId }, [event]);
      });
    },

    async unlink({ cloudId, organisationId }, at, event) {
      await db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('site')
          .where('cloud_id', '=', cloudId)
          .where('organisation_id', '=', organisationId)
          .executeTakeFirst();
        if (numDeletedRows !== 1n) throw new StaleWriteError(cloudId);
        await appendEvents(tx, { organisationId, at, newId }, [event]);
      });
    },
  };
}

const toSite = (row: IdentityTables['site']): Site => ({
  cloudId: row.cloud_id,
  organisationId: row.organisation_id as OrganisationId,
  url: row.url,
  linkedAt: row.linked_at,
});
