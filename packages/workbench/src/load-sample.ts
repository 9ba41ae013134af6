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
  return withCore(databaseUrl, async ({ core, actor, administrator, takeIn }) => {
    const held = must(await core.communities.listDirectory(actor, { limit: 1 }));
    if (held.items.length > 0) return false;

    must(await core.identity.editOrganisation(actor, { name: organisation.name }));
    await linkSite(core, actor, administrator);
    await takeIn(readFileSync(SAMPLE, 'utf8'));
    return true;
  });
}

/** Takes another bundle into the workbench's organisation, all of it or nothing. */
export const loadBundle = (databaseUrl: string, bundle: string): Promise<void> =>
  withCore(databaseUrl, ({ takeIn }) => takeIn(bundle));

interface Opened {
  readonly core: Core;
  readonly actor: Actor;
  readonly administrator: SamplePerson;
  readonly takeIn: (bundle: string) => Promise<void>;
}

async function withCore<Value>(databaseUrl: string, work: (opened: Opened) => Promise<Value>): Promise<Value> {
  const db = openDatabase({ url: databaseUrl, connections: 2 });
  try {
    await migrateToLatest(db);
    const administrator = people.find(({ part }) => part === 'administrator');
    if (!administrator) throw new Error('The sample has no administrator.');
    const ports = {
      db,
      // Nothing in the sample is anonymous; what people write later is sealed by the service, under its own key.
      sealKeys: [new Uint8Array(randomBytes(32))],
      newId: uuidv7,
      now: () => new Date(),
      chance: (count: number) => randomBytes(count),
    };
    const core = createCore({
      ...ports,
      secret: serviceSettings('http://127.0.0.1')['COPSE_SECRET'] ?? '',
      administrators: [entraKey(organisation.tenantId, administrator.objectId)],
    });
    const actor = await signIn(core, administrator);
    return await work({
      core,
      actor,
      administrator,
      async takeIn(bundle) {
        const bundles = sqlBundleStore(ports);
        const { organisationId } = actor;
        const taken = must(
          await importBundle({ bundles }, { organisationId, records: recordsOf(bundle), dryRun: false }),
        );
        const [first] = taken.rejections;
        if (first) throw new Error(`The bundle was not taken in: ${first.place}: ${first.reason}`);
        await rebuildSearch(db, new Date());
      },
    });
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
  const site = { kind: 'atlassian', cloudId, siteUrl, accountId: atlassianId } as const;
  const linked = await core.identity.redeemSiteCode(site, { code });
  // A start that was interrupted after this step has linked it already.
  if (!linked.ok && linked.reason !== 'site-linked-elsewhere') must(linked);
}

async function* recordsOf(bundle: string): AsyncIterable<BundleRecord> {
  const sample = JSON.parse(bundle) as Record<string, readonly unknown[] | undefined>;
  for (const section of bundleSections) {
    for (const [index, value] of (sample[section] ?? []).entries()) yield { section, index, value };
  }
}
