import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkManifest } from './check-manifest.ts';
import { forgeProblems } from './forge-problems.ts';
import { type Manifest, type Module, readManifest } from './read-manifest.ts';

const manifestPath = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
const manifest = readManifest(manifestPath);
const built = existsSync(fileURLToPath(new URL('../../dist/view/index.html', import.meta.url)));

/** The manifest with one macro changed. */
const withMacro = (change: (macro: Module) => object): Manifest => {
  const [first, ...rest] = manifest.modules['macro'] ?? [];
  if (!first) throw new Error('The manifest has no macro');
  return { ...manifest, modules: { ...manifest.modules, macro: [change(first) as Module, ...rest] } };
};
/** Without a build only the pages and icons are missing; that is not what these tests are about. */
const problemsOf = async (changed: Manifest) =>
  (await checkManifest(changed, { manifestPath })).filter((problem) => built || !/index\.html|no icon/u.test(problem));

describe('our app', () => {
  it('passes the validation that forge deploy runs', async () => {
    expect(await forgeProblems(manifestPath)).toEqual([]);
  }, 120_000);

  it('passes our own', async () => {
    expect(await problemsOf(manifest)).toEqual([]);
  });

  it('writes nothing but pages and runs on a runtime that is kept up', () => {
    const { permissions, app } = manifest as typeof manifest & { app: { runtime: object } };
    expect(permissions?.scopes?.filter((scope) => !scope.startsWith('read:'))).toEqual(['write:page:confluence']);
    expect(app.runtime).toMatchObject({ name: 'nodejs24.x' });
  });

  it('can be found by what people would type', () => {
    const words = (manifest.modules['macro'] ?? []).map(({ title, description }) =>
      `${String(title)} ${description ?? ''}`.toLowerCase(),
    );
    expect(words[0]).toMatch(/guild.*forum|forum.*guild/su);
    expect(words[1]).toMatch(/find.*join/su);
    expect(words[2]).toMatch(/best practices.*lessons learned/su);
    expect(words[3]).toMatch(/ask.*faq.*help/su);
    expect(words[4]).toMatch(/button.*expert/su);
    expect(words[5]).toMatch(/mentors.*coaches/su);
    expect(words[6]).toMatch(/meetings.*events.*calendar/su);
    for (const each of words) expect(each).toContain('copse');
  });
});

describe('what Forge would let through is found', () => {
  it.each<[string, (macro: Module) => object, RegExp]>([
    ['a misspelt key', ({ adfExport, ...rest }) => ({ ...rest, adfExprt: adfExport }), /unknown key: adfExprt/u],
    ['a macro that is lost in PDF and Word', ({ adfExport: _, ...rest }) => rest, /lost in PDF and Word/u],
    ['an export by no function', (macro) => ({ ...macro, adfExport: { function: 'exprt' } }), /does not exist: exprt/u],
    [
      'a misspelt key in the settings',
      (macro) => ({ ...macro, config: { ...macro.config, viewPort: 'large' } }),
      /config has an unknown key: viewPort/u,
    ],
    ['no settings panel', ({ config: _, ...rest }) => rest, /has no settings panel/u],
    ['a resource that does not exist', (macro) => ({ ...macro, resource: 'veiw' }), /does not exist: veiw/u],
    ['an icon that is not there', (macro) => ({ ...macro, icon: 'resource:view;icons/none.svg' }), /no icon at/u],
    [
      'no way to the service',
      (macro) => ({ ...macro, resolver: { endpoint: 'elsewhere' } }),
      /cannot reach the service/u,
    ],
    [
      'a foreign link',
      (macro) => ({ ...macro, autoConvert: { matchers: [{ pattern: 'https://*.example.org/*' }] } }),
      /foreign links/u,
    ],
    [
      'an open-ended pattern',
      (macro) => ({ ...macro, autoConvert: { matchers: [{ pattern: 'https://copse.example.com/open/*/*' }] } }),
      /one free segment/u,
    ],
    ['a category that is none', (macro) => ({ ...macro, categories: ['comunication'] }), /unknown category/u],
    ['a description that nobody finds', (macro) => ({ ...macro, description: 'Community' }), /40 to 300/u],
  ])('%s', async (_what, change, problem) => {
    const problems = await checkManifest(withMacro(change), { manifestPath });
    expect(problems.join('\n')).toMatch(problem);
  });

  it('a handler that no file exports', async () => {
    const broken = {
      ...manifest,
      modules: {
        ...manifest.modules,
        function: [{ key: 'export-community', handler: 'forge/handlers.exprtCommunity' }],
      },
    };
    expect((await problemsOf(broken)).join('\n')).toMatch(/exports no exprtCommunity/u);
  });

  it('a function that nothing uses', async () => {
    const spare = { key: 'spare', handler: 'forge/handlers.exportCommunity' };
    const broken = {
      ...manifest,
      modules: { ...manifest.modules, function: [...(manifest.modules['function'] ?? []), spare] },
    };
    expect(await problemsOf(broken)).toEqual(['Function spare is used by nothing']);
  });

  it.each<[string, object, RegExp]>([
    ['that stands on every page', { displayConditions: {} }, /would stand on every page/u],
    ['without words', { dynamicProperties: { function: 'bylin' } }, /does not exist: bylin/u],
    ['with a misspelt key', { viewPort: 'large' }, /unknown key: viewPort/u],
  ])('a byline item %s', async (_what, change, problem) => {
    const [item] = manifest.modules['confluence:contentBylineItem'] ?? [];
    const changed = [{ ...item, ...change } as Module];
    const modules = { ...manifest.modules, 'confluence:contentBylineItem': changed };
    expect((await problemsOf({ ...manifest, modules })).join('\n')).toMatch(problem);
  });

  it.each<[string, string, object, RegExp]>([
    ['a schedule that runs nothing', 'scheduledTrigger', { function: 'publish' }, /does not exist: publish/u],
    ['a schedule that Forge does not know', 'scheduledTrigger', { interval: 'minute' }, /no interval/u],
    ['a misspelt key of a schedule', 'scheduledTrigger', { intervall: 'hour' }, /unknown key: intervall/u],
    ['a trigger that runs nothing', 'trigger', { function: undefined }, /does not exist: \(none\)/u],
    ['an event that never comes', 'trigger', { events: ['avi:confluence:update:page'] }, /never comes/u],
    ['a trigger without events', 'trigger', { events: [] }, /listens to nothing/u],
    ['a filter that Forge refuses', 'trigger', { filter: { ignoreSelf: true } }, /has a filter/u],
    ['a misspelt key of a trigger', 'trigger', { event: [] }, /unknown key: event/u],
    ['a misspelt key of an action', 'confluence:contentAction', { titel: 'x' }, /unknown key: titel/u],
    ['an action that shows nothing', 'confluence:contentAction', { resource: 'pages' }, /does not exist: pages/u],
  ])('%s', async (_what, kind, change, problem) => {
    const [module] = manifest.modules[kind] ?? [];
    const modules = { ...manifest.modules, [kind]: [{ ...module, ...change } as Module] };
    expect((await problemsOf({ ...manifest, modules })).join('\n')).toMatch(problem);
  });

  it('a scope that was asked for', async () => {
    expect(
      await problemsOf({ ...manifest, permissions: { ...manifest.permissions, scopes: ['read:confluence-user'] } }),
    ).toHaveLength(1);
  });
});
