/**
 * npm run serve: the service alone, as in production. Everything is configured from the environment
 * (docs/configuration.md); nothing is installed, built or loaded on the way.
 */
import './bootstrap/node-version.mjs';

const { at, isInstalled, run, Trouble } = await import('./bootstrap/project.mjs');
const { followNode } = await import('./bootstrap/child.mjs');
const { SERVICE_ENVIRONMENT, SERVICE_FLAGS } = await import('./bootstrap/service-flags.mjs');
const { existsSync } = await import('node:fs');

await run(() => {
  const mode = process.env.COPSE_MODE;
  if (mode && mode !== 'production') {
    throw new Trouble(
      'COPSE_MODE may only be production here: npm run serve trusts no issuer of this machine. For a first look, use npm start.',
    );
  }
  const built = ['packages/service/dist/main.js', 'packages/teams-app/dist/tab/index.html'];
  if (!isInstalled() || !built.every((file) => existsSync(at(file)))) {
    throw new Trouble('The packages or the bundles are missing. Run "npm ci" and "npm run build", then start again.');
  }
  return followNode('packages/service/dist/main.js', process.argv.slice(2), {
    env: { ...process.env, ...SERVICE_ENVIRONMENT },
    nodeArgs: SERVICE_FLAGS,
  });
});
