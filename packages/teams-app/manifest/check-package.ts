import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { PackageFiles } from './package-files.ts';
import { readPng } from './png.ts';

type Manifest = {
  manifestVersion: string;
  name: { short: string; full: string };
  description: { short: string; full: string };
  staticTabs: { entityId: string; name?: string; contentUrl?: string }[];
  configurableTabs: { configurationUrl: string }[];
  bots: { commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[] }[];
  composeExtensions: {
    botId: string;
    commands: ExtensionCommand[];
    messageHandlers: { value: { domains: string[] } }[];
  }[];
  validDomains: string[];
};

type ExtensionCommand = {
  id: string;
  type?: string;
  title: string;
  description: string;
  initialRun?: boolean;
  fetchTask?: boolean;
  parameters?: { name: string; title: string; description: string }[];
};

/**
 * Stricter than the schema, and true for every client in use: PLATFORM § 7.1 for commands, the store's rules for the
 * rest. The schema itself counts none of these in the second language against the first.
 */
const LONGEST: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^staticTabs\[\d+\]\.name$/, 32],
  [/\.commands\[\d+\]\.title$/, 32],
  [/\.commands\[\d+\]\.description$/, 128],
  [/\.parameters\[\d+\]\.title$/, 32],
  [/\.parameters\[\d+\]\.description$/, 128],
];
const MOST_COMMANDS = 10;

/** Tabs that Teams itself fills: they have no name and no page of ours. */
const OWN_TABS_OF_TEAMS = new Set(['conversations', 'about']);

export type Known = { readonly commands: readonly string[]; readonly extension: readonly string[] };

/**
 * Everything Teams would refuse, and everything that would disappoint, in sentences; empty when the package is good.
 *
 * `known` is what the bot answers to: neither a menu nor the message extension may offer anything else.
 */
export function problemsOfPackage(files: PackageFiles, known: Known): string[] {
  const manifest = JSON.parse(textOf(files['manifest.json'])) as Manifest;
  const german = JSON.parse(textOf(files['de.json'])) as Record<string, string>;

  return [
    ...problemsOfSchema('manifest.json', 'MicrosoftTeams.schema.json', manifest),
    ...problemsOfSchema('de.json', 'MicrosoftTeams.Localization.schema.json', german, manifest.manifestVersion),
    ...problemsOfTexts(manifest, german),
    ...problemsOfCommands(manifest, known.commands),
    ...problemsOfExtension(manifest, known.extension),
    ...problemsOfAddresses(manifest),
    ...problemsOfIcon('color.png', files['color.png'], 192),
    ...problemsOfIcon('outline.png', files['outline.png'], 32),
  ];
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const schemaFolder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

function problemsOfSchema(file: string, schema: string, content: unknown, version?: string): string[] {
  const folder = `v${version ?? (content as Manifest).manifestVersion}`;
  // The localisation schema escapes more than a Unicode regular expression allows.
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemaFolder, folder, schema), 'utf8')) as object);
  if (validate(content)) return [];
  return (validate.errors ?? []).map((error: ErrorObject) => {
    const what = Object.values(error.params).join(', ');
    return `${file} ${error.instancePath || '/'} ${error.message ?? 'is not valid'} (${what})`;
  });
}

/** The texts a person reads, keyed as a localisation file names them. */
function textsOf(manifest: Manifest): Map<string, string> {
  const texts = new Map([
    ['name.short', manifest.name.short],
    ['name.full', manifest.name.full],
    ['description.short', manifest.description.short],
    ['description.full', manifest.description.full],
  ]);
  manifest.staticTabs.forEach(({ name }, tab) => {
    if (name !== undefined) texts.set(`staticTabs[${tab}].name`, name);
  });
  manifest.bots.forEach(({ commandLists }, bot) => {
    commandLists.forEach(({ commands }, list) => {
      commands.forEach(({ title, description }, command) => {
        const key = `bots[${bot}].commandLists[${list}].commands[${command}]`;
        texts.set(`${key}.title`, title).set(`${key}.description`, description);
      });
    });
  });
  manifest.composeExtensions.forEach(({ commands }, extension) => {
    commands.forEach(({ title, description, parameters = [] }, command) => {
      const key = `composeExtensions[${extension}].commands[${command}]`;
      texts.set(`${key}.title`, title).set(`${key}.description`, description);
      parameters.forEach((parameter, at) => {
        texts.set(`${key}.parameters[${at}].title`, parameter.title);
        texts.set(`${key}.parameters[${at}].description`, parameter.description);
      });
    });
  });
  return texts;
}

function problemsOfTexts(manifest: Manifest, german: Readonly<Record<string, string>>): string[] {
  const english = textsOf(manifest);
  const translated = new Map(Object.entries(german).filter(([key]) => key !== '$schema'));

  const problems: string[] = [];
  for (const key of english.keys()) if (!translated.has(key)) problems.push(`de.json does not translate ${key}`);
  for (const key of translated.keys())
    if (!english.has(key)) problems.push(`de.json translates ${key}, which is not there`);
  for (const [file, texts] of [
    ['manifest.json', english],
    ['de.json', translated],
  ] as const) {
    for (const [key, text] of texts) {
      const limit = LONGEST.find(([pattern]) => pattern.test(key))?.[1];
      if (limit !== undefined && text.length > limit)
        problems.push(`${file} ${key} is longer than ${limit} characters`);
      if (text.trim() === '') problems.push(`${file} ${key} is empty`);
    }
  }
  return problems;
}

function problemsOfCommands(manifest: Manifest, known: readonly string[]): string[] {
  return manifest.bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ scopes, commands }) => {
      const menu = `The menu for ${scopes.join(' and ')}`;
      const titles = commands.map(({ title }) => title);
      return [
        ...(titles.length > MOST_COMMANDS ? [`${menu} has more than ${MOST_COMMANDS} commands`] : []),
        ...titles
          .filter((title) => !known.includes(title))
          .map((title) => `${menu} offers ${title}, which the bot does not know`),
        ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `${menu} offers ${title} twice`),
        ...(titles.includes('help') ? [] : [`${menu} does not offer help`]),
      ];
    }),
  );
}

/** Every command is answered, and every one that is answered is offered; searches show something at once. */
function problemsOfExtension({ composeExtensions, validDomains }: Manifest, known: readonly string[]): string[] {
  const hosts = new Set(validDomains.map((domain) => domain.replace(/:\d+$/, '')));
  return composeExtensions.flatMap(({ commands, messageHandlers }) => {
    const ids = commands.map(({ id }) => id);
    return [
      ...ids.filter((id) => !known.includes(id)).map((id) => `The extension offers ${id}, which the bot does not know`),
      ...known.filter((id) => !ids.includes(id)).map((id) => `The extension does not offer ${id}`),
      ...commands.flatMap(({ id, type, initialRun, fetchTask, parameters = [] }) =>
        type === 'action'
          ? fetchTask
            ? []
            : [`The action ${id} does not ask the bot for its form`]
          : [
              ...(initialRun ? [] : [`The search ${id} shows nothing until somebody types`]),
              ...(parameters.some(({ name }) => name === 'query') ? [] : [`The search ${id} takes no words`]),
            ],
      ),
      ...messageHandlers
        .flatMap(({ value }) => value.domains)
        .filter((domain) => !hosts.has(domain))
        .map((domain) => `Links to ${domain} would be sent to us, which is not ours`),
    ];
  });
}

function problemsOfAddresses(manifest: Manifest): string[] {
  const pages = [
    ...manifest.staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
    ...manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl),
  ];
  const foreign = pages.filter((page) => !manifest.validDomains.includes(new URL(page).host));
  const nameless = manifest.staticTabs.filter(
    (tab) => !OWN_TABS_OF_TEAMS.has(tab.entityId) && !(tab.name && tab.contentUrl),
  );
  return [
    ...foreign.map((page) => `${page} is not under a valid domain`),
    ...nameless.map(({ entityId }) => `The tab ${entityId} has no name or no page`),
  ];
}

function problemsOfIcon(name: string, file: Uint8Array, size: number): string[] {
  let icon: ReturnType<typeof readPng>;
  try {
    icon = readPng(file);
  } catch (error) {
    return [`${name} ${(error as Error).message}`];
  }
  const { width, height, rgba } = icon;
  if (width !== size || height !== size) return [`${name} is ${width} × ${height}, not ${size} × ${size}`];
  if (name !== 'outline.png') return [];

  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha > 0 && Math.min(red, green, blue) < 250)
      return [`${name} has a pixel that is neither white nor transparent`];
  }
  return rgba.some((value, at) => at % 4 === 3 && value === 0) ? [] : [`${name} has no transparent pixel`];
}
