/** npm run bench: how fast and how small Copse is, beside a bare floor in the same run. Takes some minutes. */
import './bootstrap/node-version.mjs';

const { at, run } = await import('./bootstrap/project.mjs');
const { followNode } = await import('./bootstrap/child.mjs');
const { build } = await import('./bootstrap/build.mjs');
const { ensureInstalled } = await import('./bootstrap/install.mjs');

await run(async () => {
  await ensureInstalled((step) => console.error(`» ${step}`));
  await build();
  return followNode('scripts/bench/main.ts', process.argv.slice(2), { cwd: at() });
});
