import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PAGE_PROPERTY } from '../settings/page-practice.ts';
import { checkBackground } from './check-background.ts';
import { categories, keysOf, scopes } from './keys.ts';
import { strayKeys } from './stray-keys.ts';
import type { Manifest, Module } from './read-manifest.ts';

/** Where the files of a manifest lie: handlers are looked for in `src`, resources beside the manifest. */
type Place = { readonly manifestPath: string };

/**
 * What Forge's own validation lets through and what then fails only on a customer's page: misspelt keys, functions that
 * no file exports, folders without a page, icons that are not there, links that turn into no macro.
 *
 * Answers one sentence per problem; an empty list means that the app may be deployed.
 */
export async function checkManifest(manifest: Manifest, { manifestPath }: Place): Promise<string[]> {
  const root = dirname(resolve(manifestPath));
  const { modules } = manifest;
  const macros = modules.macro ?? [];
  const settings = modules['confluence:globalSettings'] ?? [];
  return [
    ...strayKeys('The manifest', manifest, 'manifest'),
    ...Object.keys(modules).flatMap((kind) =>
      kind in keysOf ? [] : [`modules.${kind} is no kind of module that we use`],
    ),
    ...macros.flatMap((macro) => [...checkMacro(macro, manifest), ...checkShown(macro, manifest, root)]),
    ...settings.flatMap((page) => [
      ...strayKeys(`Settings page ${page.key}`, page, 'confluence:globalSettings'),
      ...checkShown(page, manifest, root),
    ]),
    ...(modules['confluence:contentBylineItem'] ?? []).flatMap((item) => [
      ...checkByline(item, manifest),
      ...checkShown(item, manifest, root),
    ]),
    ...(modules['confluence:contentAction'] ?? []).flatMap((action) => [
      ...strayKeys(`Content action ${action.key}`, action, 'confluence:contentAction'),
      // A line in a menu has no icon.
      ...checkShown(action, manifest, root).filter((problem) => !problem.startsWith(`${action.key} has no icon`)),
    ]),
    ...checkBackground(manifest),
    ...(modules.endpoint ?? []).flatMap((endpoint) => [
      ...strayKeys(`Endpoint ${endpoint.key}`, endpoint, 'endpoint'),
      ...(manifest.remotes?.some(({ key }) => key === endpoint['remote'])
        ? []
        : [`Endpoint ${endpoint.key} leads to no remote`]),
    ]),
    ...(await checkHandlers(manifest, root)),
    ...checkUnused(manifest),
    ...(manifest.permissions?.scopes ?? []).flatMap((scope) =>
      scopes.includes(scope) ? [] : [`The app asks for ${scope}, which it does not need`],
    ),
  ];
}

function checkMacro(macro: Module, manifest: Manifest): string[] {
  const name = `Macro ${macro.key}`;
  const { config, adfExport, autoConvert, description = '' } = macro;
  const base = manifest.remotes?.[0]?.baseUrl ?? '';
  return [
    ...strayKeys(name, macro, 'macro'),
    ...(config ? strayKeys(`${name}, config`, config, 'macro.config') : [`${name} has no settings panel`]),
    ...(config && !hasResource(manifest, config.resource) ? [`${name} has a settings panel without a resource`] : []),
    ...(adfExport
      ? strayKeys(`${name}, adfExport`, adfExport, 'macro.adfExport')
      : [`${name} is lost in PDF and Word: it has no adfExport`]),
    ...(adfExport && !manifest.modules.function?.some(({ key }) => key === adfExport.function)
      ? [`${name} is exported by a function that does not exist: ${adfExport.function}`]
      : []),
    ...(autoConvert ? strayKeys(`${name}, autoConvert`, autoConvert, 'macro.autoConvert') : []),
    ...(autoConvert?.matchers ?? []).flatMap(({ pattern }) => checkPattern(name, pattern, base)),
    ...(macro.categories ?? []).flatMap((category) =>
      categories.includes(category) ? [] : [`${name} has an unknown category: ${category}`],
    ),
    ...(description.length < 40 || description.length > 300
      ? [`${name} needs a description of 40 to 300 characters to be found`]
      : []),
  ];
}

/** Its words come from a function of ours, and it stands on no page that publishes nothing. */
function checkByline(item: Module, { modules }: Manifest): string[] {
  const name = `Byline item ${item.key}`;
  const { dynamicProperties, displayConditions } = item;
  return [
    ...strayKeys(name, item, 'confluence:contentBylineItem'),
    ...(modules.function?.some(({ key }) => key === dynamicProperties?.function)
      ? []
      : [`${name} takes its words from a function that does not exist: ${dynamicProperties?.function ?? '(none)'}`]),
    ...(displayConditions?.entityPropertyExists?.propertyKey === PAGE_PROPERTY
      ? []
      : [`${name} would stand on every page: it has to wait for the property ${PAGE_PROPERTY}`]),
  ];
}

/** Ours lead to the service or into our Teams app, over https, and end in exactly one free segment. */
function checkPattern(name: string, pattern: string, base: string): string[] {
  const ours = pattern.startsWith(`${base}/open/`) || pattern.startsWith('https://teams.microsoft.com/l/entity/');
  return [
    ...(ours ? [] : [`${name} would turn foreign links into macros: ${pattern}`]),
    ...(/^https:[^*]+\/\*$/u.test(pattern)
      ? []
      : [`${name} has a pattern that does not end in one free segment: ${pattern}`]),
  ];
}

/** A module that is shown needs its page, its icon, and the way to the service. */
function checkShown(module: Module, manifest: Manifest, root: string): string[] {
  const { key, resource = '', icon, resolver } = module;
  const folder = manifest.resources?.find((entry) => entry.key === resource)?.path;
  if (folder === undefined) return [`${key} shows a resource that does not exist: ${resource}`];
  const [iconResource, iconFile = ''] = (icon ?? '').replace(/^resource:/u, '').split(';');
  const iconFolder = manifest.resources?.find((entry) => entry.key === iconResource)?.path;
  return [
    ...(isFile(join(root, folder, 'index.html'))
      ? []
      : [`${key} shows ${folder}, where there is no index.html: build first`]),
    ...(iconFolder !== undefined && iconFile !== '' && isFile(join(root, iconFolder, iconFile))
      ? []
      : [`${key} has no icon at ${icon ?? '(none)'}`]),
    ...(manifest.modules.endpoint?.some((endpoint) => endpoint.key === resolver?.endpoint)
      ? []
      : [`${key} cannot reach the service: its resolver names no endpoint`]),
  ];
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
const hasResource = (manifest: Manifest, key: string | undefined) =>
  manifest.resources?.some((entry) => entry.key === key) ?? false;

async function checkHandlers({ modules }: Manifest, root: string): Promise<string[]> {
  const problems = (modules.function ?? []).map(async (entry) => {
    const stray = strayKeys(`Function ${entry.key}`, entry, 'function');
    const handler = entry['handler'];
    const [file = '', name = ''] = typeof handler === 'string' ? handler.split('.') : [];
    const path = ['ts', 'js', 'cjs'].map((end) => join(root, 'src', `${file}.${end}`)).find(isFile);
    if (!path) return [...stray, `Function ${entry.key} has no file: src/${file}`];
    const loaded = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
    // What is deployed is CommonJS, whose exports Node shows as one default.
    const module = { ...(loaded['default'] as object | undefined), ...loaded } as Record<string, unknown>;
    return typeof module[name] === 'function'
      ? stray
      : [...stray, `Function ${entry.key}: src/${file} exports no ${name}`];
  });
  return (await Promise.all(problems)).flat();
}

/** What nothing refers to is either forgotten or misspelt somewhere else. */
function checkUnused({ modules, resources = [] }: Manifest): string[] {
  const used = JSON.stringify([
    modules.macro,
    modules['confluence:contentBylineItem'],
    modules['confluence:contentAction'],
    modules['confluence:globalSettings'],
    modules.scheduledTrigger,
    modules.trigger,
  ]);
  return [
    ...(modules.function ?? []).map(({ key }) => ({ what: `Function ${key}`, key })),
    ...resources.map(({ key }) => ({ what: `Resource ${key}`, key })),
  ].flatMap(({ what, key }) => (used.includes(`"${key}"`) ? [] : [`${what} is used by nothing`]));
}
