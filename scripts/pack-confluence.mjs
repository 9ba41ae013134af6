/**
 * Packs the Confluence app for one installation:
 * `npm run pack:confluence -- --app-id ari:cloud:ecosystem::app/<id> --service https://copse.example.com`.
 *
 * Writes a folder that `forge deploy` takes as it is: built pages, built functions, and the manifest with the names of
 * this installation in it, checked by Forge's own validation and by ours.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `Packs the Confluence app into a folder that Forge can deploy.

  npm run pack:confluence -- --app-id <id> --service <address> [options]

  --app-id         id that "forge register" printed: ari:cloud:ecosystem::app/<uuid>
  --service        address of the Copse service (PUBLIC_URL), e.g. https://copse.example.com
  --teams-app-id   id of the app in Teams (TEAMS_APP_ID), so that pasted Teams links turn into the macro too
  --out            folder to write; unset: dist/copse-confluence

Then, in that folder: forge deploy -e production, and forge install.
`;

const OPTIONS = {
  'app-id': { type: 'string' },
  service: { type: 'string' },
  'teams-app-id': { type: 'string' },
  out: { type: 'string', default: 'dist/copse-confluence' },
  help: { type: 'boolean', default: false },
};

function stop(problems) {
  console.error(`The app was not packed:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
  console.error('Run npm run pack:confluence -- --help to see all options.');
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
const missing = ['app-id', 'service'].filter((name) => !given[name]);
if (missing.length > 0) stop(missing.map((name) => `--${name} is missing.`));
if (Number(process.versions.node.split('.')[0]) < 24) {
  stop(['Please start it with npm run pack:confluence, which uses Node 24.']);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const app = join(root, 'packages/confluence-macro');
const { packManifest, problemsOfDeployment, withServiceUrl } =
  await import('../packages/confluence-macro/src/manifest/pack-manifest.ts');
const { checkManifest } = await import('../packages/confluence-macro/src/manifest/check-manifest.ts');
const { forgeProblems } = await import('../packages/confluence-macro/src/manifest/forge-problems.ts');
const { readManifest } = await import('../packages/confluence-macro/src/manifest/read-manifest.ts');

const deployment = { appId: given['app-id'], serviceUrl: given.service, teamsAppId: given['teams-app-id'] };
const wrong = problemsOfDeployment(deployment);
if (wrong.length > 0) stop(wrong);

console.log('Building …');
execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production'], {
  cwd: app,
  stdio: ['ignore', 'ignore', 'inherit'],
});

const target = resolve(given.out);
rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, 'src/forge'), { recursive: true });
for (const resource of ['view', 'config', 'settings']) {
  cpSync(join(app, 'dist', resource), join(target, 'static', resource), { recursive: true });
  rewrite(join(target, 'static', resource, 'index.html'), `${resource}/index.html`);
}
cpSync(join(app, 'dist/forge/handlers.cjs'), join(target, 'src/forge/handlers.js'));
rewrite(join(target, 'src/forge/handlers.js'), 'handlers.js');
writeFileSync(join(target, 'manifest.yml'), packManifest(readFileSync(join(app, 'manifest.yml'), 'utf8'), deployment));
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify({ name: 'copse-confluence', version: '1.0.0', private: true, type: 'commonjs' }, null, 2)}\n`,
);

function rewrite(path, name) {
  writeFileSync(path, withServiceUrl(name, readFileSync(path, 'utf8'), deployment.serviceUrl, 1));
}

console.log('Checking …');
const manifestPath = join(target, 'manifest.yml');
const problems = [
  ...(await forgeProblems(manifestPath)),
  ...(await checkManifest(readManifest(manifestPath), { manifestPath })),
];
if (problems.length > 0) stop(problems);

console.log(`Wrote ${relative(process.cwd(), target)}. Nothing is against it.`);
console.log('Next, in that folder: forge deploy -e production, then forge install.');
