import { followTool } from './child.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { Trouble } from './project.mjs';

/** Bundles the tab, the macros and the workbench's pages, or takes them from Turborepo's cache when nothing changed. */
export async function build() {
  const turbo = followTool('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=stream']);
  const code = await withHeartbeat('building', turbo);
  if (code !== 0) {
    throw new Trouble('The bundles could not be built; the lines above say where. Nothing was started.');
  }
}
