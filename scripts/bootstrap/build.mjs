import { followTool } from './child.mjs';
import { Trouble } from './project.mjs';

const HEARTBEAT = 5000;

/** Bundles the tab, the macros and the workbench's pages, or takes them from Turborepo's cache when nothing changed. */
export async function build() {
  const begin = performance.now();
  const heartbeat = setInterval(() => {
    console.log(`  still building, ${Math.round((performance.now() - begin) / 1000)} s so far`);
  }, HEARTBEAT);
  const code = await followTool('turbo', ['run', 'build', '--output-logs=new-only', '--log-order=stream']);
  clearInterval(heartbeat);
  if (code !== 0) {
    throw new Trouble('The bundles could not be built; the lines above say where. Nothing was started.');
  }
}
