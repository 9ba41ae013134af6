/** npm run copse -- <command>: the command line of Copse, in the folder from which it was called. */
import './bootstrap/node-version.mjs';

const { run } = await import('./bootstrap/project.mjs');
const { followNode } = await import('./bootstrap/child.mjs');
const { ensureInstalled } = await import('./bootstrap/install.mjs');

await run(async () => {
  await ensureInstalled((step) => console.error(`» ${step}`));
  return followNode('packages/service/src/cli/main.ts', process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
});
