import type { OrganisationId } from '@copse/core';
import type { Connection } from './connect.ts';
import { FileProblem } from './file-problem.ts';

/**
 * The organisation that a command is about: the one of this tenant (made where it is new), else the only one there is.
 */
export async function chooseOrganisation(
  { db, newId, now }: Connection,
  tenant: string | undefined,
): Promise<{ readonly id: OrganisationId; readonly tenantId: string }> {
  const found = await db
    .selectFrom('organisation')
    .select(['id', 'entra_tenant_id'])
    .$if(tenant !== undefined, (some) => some.where('entra_tenant_id', '=', tenant as string))
    .limit(2)
    .execute();
  const [only, another] = found;
  if (only && !another) return { id: only.id as OrganisationId, tenantId: only.entra_tenant_id ?? '' };
  if (another)
    throw new FileProblem('There are several organisations: say which one with --tenant <id of the Entra tenant>.');
  if (tenant === undefined) {
    throw new FileProblem(
      'There is no organisation yet: say for which one this is with --tenant <id of the Entra tenant>.',
    );
  }

  const id = newId() as OrganisationId;
  await db
    .insertInto('organisation')
    .values({ id, name: 'Our organisation', entra_tenant_id: tenant, created_at: now(), revision: 1 })
    .execute();
  return { id, tenantId: tenant };
}
