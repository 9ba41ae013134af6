import type { OrganisationId } from '@copse/core';
import { sql } from 'kysely';
import type { Connection } from './connect.ts';
import { FileProblem } from './file-problem.ts';

export type Organisation = { readonly id: OrganisationId; readonly tenantId: string };

/** As tokens write it: a tenant in capitals would become a second organisation beside its own people. */
const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** The organisation that a command is about: the one of this tenant, else the only one there is. */
export async function chooseOrganisation(connection: Connection, tenant: string | undefined): Promise<Organisation> {
  const found = await find(connection, tenant?.toLowerCase());
  if (found) return found;
  throw new FileProblem(
    tenant === undefined
      ? 'There is no organisation yet: say for which one this is with --tenant <id of the Entra tenant>.'
      : `There is no organisation of the tenant «${tenant}» here. Check the id.`,
  );
}

/**
 * Runs an import for its organisation, which is made where the tenant is new. One that was made for nothing, because the
 * import fails or is but tried (`keep` is false), is gone again afterwards.
 */
export async function inOrganisation<Answer>(
  connection: Connection,
  { tenant, keep }: { readonly tenant: string | undefined; readonly keep: boolean },
  work: (organisation: Organisation) => Promise<Answer>,
): Promise<Answer> {
  const tenantId = tenant?.toLowerCase();
  const found = await find(connection, tenantId);
  if (found || tenantId === undefined) return work(found ?? (await chooseOrganisation(connection, undefined)));
  if (!TENANT.test(tenantId)) {
    throw new FileProblem(
      `«${tenant}» is no id of a tenant: it looks like 11111111-2222-3333-4444-555555555555, and Entra's admin centre shows it under Overview.`,
    );
  }

  const organisation = await open(connection, tenantId);
  try {
    const answer = await work(organisation);
    if (!keep) await close(connection, organisation);
    return answer;
  } catch (error) {
    await close(connection, organisation);
    throw error;
  }
}

async function find({ db }: Connection, tenantId: string | undefined): Promise<Organisation | undefined> {
  const [only, another] = await db
    .selectFrom('organisation')
    .select(['id', 'entra_tenant_id'])
    .$if(tenantId !== undefined, (some) => some.where('entra_tenant_id', '=', tenantId as string))
    .limit(2)
    .execute();
  if (another)
    throw new FileProblem('There are several organisations: say which one with --tenant <id of the Entra tenant>.');
  return only && { id: only.id as OrganisationId, tenantId: only.entra_tenant_id ?? '' };
}

async function open({ db, newId, now }: Connection, tenantId: string): Promise<Organisation> {
  const id = newId() as OrganisationId;
  await db
    .insertInto('organisation')
    .values({ id, name: 'Our organisation', entra_tenant_id: tenantId, created_at: now(), revision: 1 })
    .execute();
  return { id, tenantId };
}

/** Unless somebody has signed in meanwhile, whose it is now. */
const close = ({ db }: Connection, { id }: Organisation) =>
  sql`DELETE FROM organisation WHERE id = ${id}
    AND NOT EXISTS (SELECT FROM person WHERE person.organisation_id = organisation.id)`.execute(db);
