import { beforeEach } from 'vitest';
import { type BundleRecord, importBundle, sqlBundleStore } from '../bundle/index.ts';
import type { OrganisationId } from '../kernel/ids.ts';
import { type Bundle, recordsOf } from './bundle-builders.ts';
import type { TestDatabase } from './database.ts';

const organisationId = '01900000-0000-7000-8000-0000000000e1' as OrganisationId;
const BEGIN = Date.parse('2026-03-02T09:00:00.000Z');

/**
 * An organisation that takes bundles in and gives them out again, anew for each test; a second passes whenever a store
 * looks at the clock. Call it once at the top of the file, after `testDatabase()`.
 */
export function bundleScene(db: TestDatabase) {
  let at = BEGIN;
  const store = () => sqlBundleStore({ db: db(), newId: () => crypto.randomUUID(), now: () => new Date((at += 1000)) });

  const takeRecords = (records: AsyncIterable<BundleRecord>, dryRun = false) =>
    importBundle({ bundles: store() }, { organisationId, records, dryRun });

  beforeEach(async () => {
    at = BEGIN;
    await db()
      .insertInto('organisation')
      .values({
        id: organisationId,
        name: 'Lindenhof',
        entra_tenant_id: 'tenant',
        created_at: new Date(at),
        revision: 1,
      })
      .execute();
  });

  return {
    organisationId,
    clock: {
      now: () => new Date(at),
      pass: (days: number) => void (at += days * 86_400_000),
      restart: () => void (at = BEGIN),
    },
    /** What an import answers, refusals and all. */
    takeRecords,
    async take(bundle: Bundle, dryRun = false) {
      const taken = await takeRecords(recordsOf(bundle), dryRun);
      if (!taken.ok) throw new Error(taken.reason);
      return taken.value;
    },
    /** All that goes out, in its order. */
    async held(): Promise<BundleRecord[]> {
      const all: BundleRecord[] = [];
      for await (const record of store().records(organisationId)) all.push(record);
      return all;
    },
  };
}
