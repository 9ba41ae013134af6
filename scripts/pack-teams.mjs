/**
 * Packs the Teams app for one installation: `npm run pack:teams -- --domain copse.example.com --app-id <id>`.
 *
 * The zip is checked against Microsoft's schema before it is written, and the same options give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = `Packs the Teams app into a zip that a Teams administrator can upload.

  npm run pack:teams -- --domain <host> --app-id <id> [options]

  --domain      host under which the service is reached, e.g. copse.example.com
  --app-id      id of the app in Teams (TEAMS_APP_ID)
  --bot-id      Entra application of the bot (BOT_APP_ID); unset: the app id
  --client-id   Entra application of the sign-in (ENTRA_CLIENT_ID); unset: the bot id
  --version     version shown in Teams, e.g. 1.4.0; unset: 1.0.0
  --developer   publisher's name, at most 32 characters
  --website, --privacy, --terms   https addresses of your own pages; unset: the tab itself
  --read-threads   ask teams and chats that add the app to let it read their threads (see README, Threads)
  --out         where to write; unset: dist/copse-teams.zip
`;

const OPTIONS = {
  domain: { type: 'string' },
  'app-id': { type: 'string' },
  'bot-id': { type: 'string' },
  'client-id': { type: 'string' },
  version: { type: 'string' },
  developer: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  'read-threads': { type: 'boolean', default: false },
  out: { type: 'string', default: 'dist/copse-teams.zip' },
  help: { type: 'boolean', default: false },
};

function stop(problems) {
  console.error(`The package was not written:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
  console.error('Run npm run pack:teams -- --help to see all options.');
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return stop([error.message]);
  }
}

const given = readOptions();
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}
const missing = ['domain', 'app-id'].filter((name) => !given[name]);
if (missing.length > 0) stop(missing.map((name) => `--${name} is missing.`));

if (Number(process.versions.node.split('.')[0]) < 24)
  stop(['Please start it with npm run pack:teams, which uses Node 24.']);
const { packageFiles, problemsOfOptions, problemsOfPackage, zipPackage } =
  await import('../packages/teams-app/manifest/index.ts');
const { COMMAND_NAMES } = await import('../packages/teams-app/src/bot/command-names.ts');
const { EXTENSION_COMMANDS } = await import('../packages/teams-app/src/bot/extension/dispatch.ts');

const options = {
  domain: given.domain,
  appId: given['app-id'],
  botId: given['bot-id'],
  clientId: given['client-id'],
  version: given.version,
  developer: given.developer,
  websiteUrl: given.website,
  privacyUrl: given.privacy,
  termsUrl: given.terms,
  readThreads: given['read-threads'],
};
const problemsTyped = problemsOfOptions(options);
if (problemsTyped.length > 0) stop(problemsTyped);

const files = packageFiles(options);
const problems = problemsOfPackage(files, { commands: COMMAND_NAMES, extension: EXTENSION_COMMANDS });
if (problems.length > 0) stop(problems);

const zip = zipPackage(files);
const target = resolve(given.out);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, zip);
console.log(`Wrote ${relative(process.cwd(), target)} (${(zip.length / 1024).toFixed(1)} KiB)`);
console.log(`sha256 ${createHash('sha256').update(zip).digest('hex')}`);
const unnamed = ['website', 'privacy', 'terms'].filter((name) => !given[name]);
if (unnamed.length > 0) {
  console.log(
    `Before you publish it to everybody, name your pages too: ${unnamed.map((name) => `--${name}`).join(', ')}.`,
  );
}
console.log('Upload it in the Teams admin centre under Teams apps, Manage apps, or as a custom app in Teams.');
