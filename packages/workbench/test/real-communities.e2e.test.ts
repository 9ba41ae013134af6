import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../src/load-sample.ts';
import { workbench } from './harness.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const data = at('../../../../shared/data');
const here = existsSync(data);
if (!here)
  console.warn('Real communities are not beside this clone (../shared/data): the tests with them are skipped.');

/** Macros on one page of the wiki. */
const PER_PAGE = 8;

interface Page {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly nextCursor?: string;
}

describe.skipIf(!here).each([
  ['digitalgov', 'digitalgov', 40],
  ['kubernetes', 'kubernetes-sigs.yaml', 35],
])('the real communities of %s', (script, source, count) => {
  const bench = workbench();
  let communities: Page['items'] = [];

  async function everyCommunity() {
    const found: Page['items'][number][] = [];
    // The directory leaves out what is closed, unless it is asked for.
    for (const stage of ['', '&stage=closed']) {
      let cursor = '';
      do {
        const page: Page = await bench.ask<Page>('sven', 'GET', `/communities?limit=100${stage}${cursor}`);
        found.push(...page.items);
        cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
      } while (cursor);
    }
    return found;
  }

  beforeAll(async () => {
    const sample = new Set((await everyCommunity()).map(({ id }) => id));
    const bundle = execFileSync(process.execPath, [at(`../../../scripts/convert/${script}.mjs`), join(data, source)], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await loadBundle(bench.running().database.url, bundle.toString());
    communities = (await everyCommunity()).filter(({ id }) => !sample.has(id));
  });

  it(`are ${count}, and each opens in the tab`, async () => {
    expect(communities).toHaveLength(count);
    const { left } = await bench.open({ left: 'mara/teams/app/discover' });
    await left.tab.getByRole('heading', { name: 'Discover' }).waitFor();
    for (const { id, name } of communities) {
      await left.tab.locator('body').evaluate((_body, hash) => (location.hash = hash), `#/communities/${id}`);
      await left.tab.getByRole('heading', { name, level: 1, exact: true }).waitFor();
    }
  });

  it('each show in a macro', async () => {
    const { url } = bench.running().workbench;
    const { page, go } = await bench.open({ left: 'mara/confluence/page/65675' });
    for (let from = 0; from < communities.length; from += PER_PAGE) {
      const shown = communities.slice(from, from + PER_PAGE);
      const blocks = shown.map(({ id }) => ({
        id,
        kind: 'macro',
        key: 'copse-community',
        config: { communityId: id },
      }));
      await fetch(`${url}/window/pages/65675`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: 'mara', title: 'Real communities', blocks }),
      });
      await go({ left: 'mara/confluence/page/65675' });
      const frames = page.locator('iframe[data-forge="copse-community"]');
      await expect.poll(() => frames.count(), { timeout: 15_000 }).toBe(shown.length);
      for (const [index, { name }] of shown.entries()) {
        await frames.nth(index).contentFrame().getByRole('heading', { name, exact: true }).waitFor();
      }
    }
  });
});
