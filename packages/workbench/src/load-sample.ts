import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Actor, type Core, createCore, entraAccount as entraKey, rebuildSearch } from '@copse/core';
import { type BundleRecord, bundleSections, importBundle, sqlBundleStore } from '@copse/core/bundle';
import { migrateToLatest, openDatabase } from '@copse/core/sql';
import { v7 as uuidv7 } from 'uuid';
import { organisation, people, type SamplePerson } from './organisation.ts';
import { serviceSettings } from './service-settings.ts';

const SAMPLE = new URL('../sample/organisation.json', import.meta.url);

/**
 * Fills an empty database with the sample organisation: its administrator signs in, links the Confluence site by code,
 * and takes in the bundle. Answers whether it did; a database in which somebody founded a community is left alone.
 */
export async function loadSample(databaseUrl: string): Promise<boolean> {
  const db = openDatabase({ url: databaseUrl, connections: 2 });
  try {
    await migrateToLatest(db);
    // Nothing in the sample is anonymous; what people write later is sealed by the service, under its own key.
    const sealKeys = [new Uint8Array(randomBytes(32))];
    const ports = {
      db,
      sealKeys,
      newId: uuidv7,
      now: () => new Date(),
      chance: (count: number) => randomBytes(count),
    };
    const administrator = people.find(({ part }) => part === 'administrator');
    if (!administrator) throw new Error('The sample has no administrator.');
    const core = createCore({
      ...ports,
      secret: serviceSettings('http://127.0.0.1')['COPSE_SECRET'] ?? '',
      administrators: [entraKey(organisation.tenantId, administrator.objectId)],
    });
    const actor = await signIn(core, administrator);
    const held = must(await core.communities.listDirectory(actor, { limit: 1 }));
    if (held.items.length > 0) return false;

    must(await core.identity.editOrganisation(actor, { name: organisation.name }));
    await linkSite(core, actor, administrator);
    const bundles = sqlBundleStore(ports);
    const taken = must(
      await importBundle(
        { bundles },
        { organisationId: actor.organisationId, records: sampleRecords(), dryRun: false },
      ),
    );
    const [first] = taken.rejections;
    if (first) throw new Error(`The sample was not taken in: ${first.place}: ${first.reason}`);
    await rebuildSearch(db, new Date());
    return true;
  } finally {
    await db.destroy();
  }
}

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

function must<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`The sample could not be loaded: ${answer.reason}.`);
}

const signIn = async (core: Core, { objectId, name, email }: SamplePerson) =>
  must(
    await core.identity.signIn({
      kind: 'entra',
      tenantId: organisation.tenantId,
      objectId,
      name,
      guest: false,
      administrator: true,
      label: email,
    }),
  );

async function linkSite(core: Core, actor: Actor, { atlassianId }: SamplePerson) {
  const { code } = must(await core.identity.issueSiteCode(actor));
  const { cloudId, siteUrl } = organisation;
  const linked = await core.identity.redeemSiteCode(
    { kind: 'atlassian', cloudId, siteUrl, accountId: atlassianId },
    { code },
  );
  // A start that was interrupted after this step has linked it already.
  if (!linked.ok && linked.reason !== 'site-linked-elsewhere') must(linked);
}

async function* sampleRecords(): AsyncIterable<BundleRecord> {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, readonly unknown[] | undefined>;
  for (const section of bundleSections) {
    for (const [index, value] of (sample[section] ?? []).entries()) yield { section, index, value };
  }
}
