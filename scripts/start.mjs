/**
 * npm start: everything that a first look needs, from a fresh clone to a running Copse. With --watch (npm run dev) the
 * bundles and the process follow every change. Needs nothing but Node 20.19; what it starts runs on Node 24.
 */
import './bootstrap/node-version.mjs';

const { at, run } = await import('./bootstrap/project.mjs');
const { readPorts } = await import('./bootstrap/arguments.mjs');
const { build } = await import('./bootstrap/build.mjs');
const { followNode } = await import('./bootstrap/child.mjs');
const { ensureInstalled } = await import('./bootstrap/install.mjs');
const { checkPorts } = await import('./bootstrap/ports.mjs');
const { watchBundles } = await import('./bootstrap/watch.mjs');

const main = 'packages/workbench/src/main.ts';
const say = (step) => console.log(`» ${step}`);

await run(async () => {
  const { ports, watch, args } = readPorts(process.argv.slice(2));
  await checkPorts(ports);
  await ensureInstalled(say);
  say('Building what Teams and Confluence load (from the cache when nothing changed)');
  await build();

  if (!watch) return followNode(main, args);

  const stop = watchBundles(at('packages'));
  try {
    return await followNode(main, args, { nodeArgs: ['--watch', '--watch-preserve-output'] });
  } finally {
    stop();
  }
});
