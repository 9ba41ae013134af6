import { testDatabase } from '@copse/core/testing';
import { expect, it } from 'vitest';
import { FileProblem } from './file-problem.ts';
import { chooseOrganisation, inOrganisation } from './organisation-store.ts';

const db = testDatabase();
const TENANT = '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4';
const connection = () => ({
  db: db(),
  newId: () => crypto.randomUUID(),
  now: () => new Date(),
  chance: () => new Uint8Array(),
  close: async () => {},
});
const tenants = async () =>
  (await db().selectFrom('organisation').select('entra_tenant_id').execute()).map((row) => row.entra_tenant_id);

it('the organisation of a new tenant is made by an import, and kept', async () => {
  const asked = { tenant: TENANT.toUpperCase(), keep: true };
  const first = await inOrganisation(connection(), asked, async (organisation) => organisation);
  expect(first.tenantId).toBe(TENANT);
  expect(await chooseOrganisation(connection(), undefined)).toEqual(first);
  expect(await inOrganisation(connection(), asked, async (organisation) => organisation)).toEqual(first);
  expect(await tenants()).toEqual([TENANT]);
});

it('nothing stays of an import that was but tried, or that failed', async () => {
  await inOrganisation(connection(), { tenant: TENANT, keep: false }, async () => {
    expect(await tenants()).toEqual([TENANT]);
  });
  expect(await tenants()).toEqual([]);

  const failing = inOrganisation(connection(), { tenant: TENANT, keep: true }, async () => {
    throw new Error('it breaks off');
  });
  await expect(failing).rejects.toThrow('it breaks off');
  expect(await tenants()).toEqual([]);
});

it.each([
  ['an import into a tenant that is none', () => inOrganisation(connection(), { tenant: 'nope', keep: true }, tenants)],
  ['an import for nobody', () => inOrganisation(connection(), { tenant: undefined, keep: true }, tenants)],
  ['an export of a tenant that is not here', () => chooseOrganisation(connection(), TENANT)],
])('%s is refused, and makes nothing', async (_what, work) => {
  await expect(work()).rejects.toBeInstanceOf(FileProblem);
  expect(await tenants()).toEqual([]);
});
