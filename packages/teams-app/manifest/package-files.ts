import { readFileSync } from 'node:fs';

/** Who installs the package, and where its service answers. Every address in the manifest comes from these. */
export type PackageOptions = {
  /** Host, with a port if it is not 443, under which the service is reached by https: `copse.example.com`. */
  readonly domain: string;
  /** Identifies the app in the Teams catalogue (`TEAMS_APP_ID`). */
  readonly appId: string;
  /** Entra application of the tab's sign-in (`ENTRA_CLIENT_ID`). Unset: the bot's. */
  readonly clientId?: string | undefined;
  /** Entra application of the bot (`BOT_APP_ID`). Unset: the app's own id, which suits a single registration. */
  readonly botId?: string | undefined;
  readonly version?: string | undefined;
  readonly developer?: string | undefined;
  readonly websiteUrl?: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly termsUrl?: string | undefined;
  /** Whether teams and chats that add the app are asked to let it read their threads, so that one can be kept whole. */
  readonly readThreads?: boolean | undefined;
};

/**
 * What a team or a chat consents to, for itself alone, by adding the app. It has a price, so it is asked for only where it
 * is wanted: Teams delivers every message of theirs to the bot from then on (docs/decisions/0017).
 */
const READ_THREADS = {
  permissions: {
    resourceSpecific: [
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ],
  },
} as const;

/** The package's files by name, ready to be checked and zipped. */
export type PackageFiles = Readonly<Record<'manifest.json' | 'de.json' | 'color.png' | 'outline.png', Uint8Array>>;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN =
  /^(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/i;
const VERSION = /^\d+\.\d+\.\d+$/;

/** What is wrong with the options, in sentences for the person who typed them; empty when all is well. */
export function problemsOfOptions(options: PackageOptions): string[] {
  const problems: string[] = [];
  if (!DOMAIN.test(options.domain)) {
    problems.push(`--domain must be a host name such as copse.example.com, without https:// and path.`);
  }
  for (const [flag, value] of [
    ['--app-id', options.appId],
    ['--bot-id', options.botId],
    ['--client-id', options.clientId],
  ] as const) {
    if (value !== undefined && !GUID.test(value)) {
      problems.push(`${flag} must be an id such as 11111111-2222-3333-4444-555555555555.`);
    }
  }
  if (options.version !== undefined && !VERSION.test(options.version)) {
    problems.push('--version must have three numbers, such as 1.4.0.');
  }
  for (const [flag, value] of [
    ['--website', options.websiteUrl],
    ['--privacy', options.privacyUrl],
    ['--terms', options.termsUrl],
  ] as const) {
    if (value !== undefined && !URL.parse(value)?.href.startsWith('https://')) {
      problems.push(`${flag} must be an address that starts with https://.`);
    }
  }
  return problems;
}

/**
 * Fills the template for one installation.
 *
 * Values are put in as JSON text, so nothing typed on the command line can add a field. A placeholder without a
 * value is a bug in the template and throws.
 */
export function packageFiles(options: PackageOptions): PackageFiles {
  const botId = options.botId ?? options.appId;
  // Whoever installs it answers for privacy and terms; until they name their pages, the links lead to one that is there.
  const page = `https://${options.domain}/tab/index.html`;
  const values: Record<string, string> = {
    DOMAIN: options.domain.toLowerCase(),
    // Teams matches pasted links by their host, whatever the port.
    HOST: options.domain.toLowerCase().replace(/:\d+$/, ''),
    APP_ID: options.appId.toLowerCase(),
    BOT_ID: botId.toLowerCase(),
    CLIENT_ID: (options.clientId ?? botId).toLowerCase(),
    VERSION: options.version ?? '1.0.0',
    DEVELOPER: options.developer ?? 'Copse',
    WEBSITE_URL: options.websiteUrl ?? page,
    PRIVACY_URL: options.privacyUrl ?? page,
    TERMS_URL: options.termsUrl ?? page,
  };

  const manifest = readFile('manifest.json')
    .toString('utf8')
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The manifest template names {{${name}}}, which has no value.`);
      return JSON.stringify(value).slice(1, -1);
    });

  return {
    'manifest.json': Buffer.from(options.readThreads ? withThreads(manifest) : manifest),
    'de.json': readFile('de.json'),
    'color.png': readFile('color.png'),
    'outline.png': readFile('outline.png'),
  };
}

const withThreads = (manifest: string): string =>
  JSON.stringify({ ...(JSON.parse(manifest) as object), authorization: READ_THREADS }, undefined, 2);

const readFile = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
