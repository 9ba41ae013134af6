import { followTool } from './child.mjs';
import { Trouble } from './project.mjs';

/** Bundles the tab, the macros and the workbench's pages, or takes them from Turborepo's cache when nothing changed. */
export async function build() {
  const code = await followTool('turbo', ['run', 'build', '--output-logs=new-only', '--log-order=stream']);
  if (code !== 0) {
    throw new Trouble('The bundles could not be built; the lines above say where. Nothing was started.');
  }
}
