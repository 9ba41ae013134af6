import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Actor, createCore, type OrganisationId } from '@copse/core';
import { testDatabase } from '@copse/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from './commands.ts';

const data = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const convert = fileURLToPath(new URL('../../../../scripts/convert', import.meta.url));
const here = existsSync(data);
if (!here)
  console.warn(`Real data are not beside this clone (../shared/data): the tests that import them are skipped.`);

const db = testDatabase({ keepBetweenTests: true });
const connection = () => ({
  db: db(),
  newId: () => crypto.randomUUID(),
  now: () => new Date(),
  chance: () => new Uint8Array(),
  close: async () => {},
});
const organisation = { id: '01900000-0000-7000-8000-0000000000e1' as OrganisationId, tenantId: 'tenant' };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copse-real-'));
  await db()
    .insertInto('organisation')
    .values({ id: organisation.id, name: 'Real', entra_tenant_id: 'tenant', created_at: new Date(), revision: 1 })
    .execute();
});
afterAll(() => rm(folder, { recursive: true }));

const converted = async (script: string, source: string) => {
  const path = join(folder, `${script}.json`);
  const options = { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
  await writeFile(path, execFileSync(process.execPath, [join(convert, `${script}.mjs`), join(data, source)], options));
  return path;
};

/** Records of all sections that an import did anything about. */
const changesIn = ({ counts }: Awaited<ReturnType<typeof importFile>>) =>
  Object.values(counts).reduce((sum, { created, updated, rejected }) => sum + created + updated + rejected, 0);

describe.skipIf(!here)('real communities', () => {
  it.each([
    ['digitalgov', 'digitalgov', { people: 1043, communities: 40, gatherings: 320 }],
    ['kubernetes', 'kubernetes-sigs.yaml', { communities: 35, gatherings: 72 }],
  ])('of %s are taken in whole, and a second time change nothing', async (script, source, expected) => {
    const path = await converted(script, source);
    const first = await importFile(connection(), organisation, path);
    expect(first.rejections).toEqual([]);
    for (const [section, created] of Object.entries(expected))
      expect(first.counts).toMatchObject({ [section]: { created } });
    const again = await importFile(connection(), organisation, path);
    expect(changesIn(again)).toBe(0);
  });

  it('have coordinators, and closed ones say why', async () => {
    const coordinators = await db()
      .selectFrom('role_grant')
      .select('community_id')
      .where('role', '=', 'coordinator')
      .execute();
    expect(new Set(coordinators.map((row) => row.community_id)).size).toBeGreaterThan(50);
    const closed = await db().selectFrom('community').select('close_reason').where('stage', '=', 'closed').execute();
    expect(closed.map((row) => row.close_reason)).toEqual(
      Array.from({ length: 5 }, () => 'This community is no longer active.'),
    );
  });
});

describe.skipIf(!here)('real names', () => {
  /** One slip in the middle of a word: a letter left out, put in twice, or swapped with its neighbour. */
  const slips: readonly (readonly [string, (word: string, at: number) => string])[] = [
    ['a letter left out', (word, at) => word.slice(0, at) + word.slice(at + 1)],
    ['a letter put in twice', (word, at) => word.slice(0, at + 1) + word.slice(at)],
    ['two letters swapped', (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)],
  ];

  it.each(slips)('are found with %s, and bring little else', async (_what, slip) => {
    const core = createCore({
      ...connection(),
      secret: 'a secret of at least thirty-two characters',
      sealKeys: [new Uint8Array(32)],
      administrators: [],
    });
    const { id } = await db()
      .selectFrom('person')
      .select('id')
      .where('organisation_id', '=', organisation.id)
      .executeTakeFirstOrThrow();
    const actor = { organisationId: organisation.id, personId: id, guest: false } as Actor;
    const list = async (q?: string) => {
      const page = await core.communities.listDirectory(actor, { limit: 100, ...(q ? { q } : {}) });
      if (!page.ok) throw new Error(page.reason);
      return page.value.items;
    };

    const all = await list();
    expect(all.length).toBeGreaterThan(60);
    const missed: string[] = [];
    for (const { name } of all) {
      const word = name
        .split(/[^\p{L}]+/u)
        .toSorted((a, b) => b.length - a.length)[0]!
        .toLowerCase();
      if (word.length < 7) continue;
      const asTyped = await list(word);
      const mistyped = await list(slip(word, Math.floor(word.length / 2)));
      const names = mistyped.map((found) => found.name);
      if (!names.includes(name) || names.length > asTyped.length + 3) missed.push(`${word}: ${names.join(', ')}`);
    }
    expect(missed).toEqual([]);
  });
});
