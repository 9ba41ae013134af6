import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const at = (...parts) => join(root, ...parts);

/** The Node 24 that npm installed; it runs TypeScript as it is, whatever Node the machine has. */
export const node24 = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What every process that we start gets: no telemetry, and a place to keep compiled modules between starts. */
export const environment = () => ({
  ...process.env,
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NODE_COMPILE_CACHE: at('node_modules', '.cache', 'copse', 'compiled'),
});

export const isInstalled = () => existsSync(node24);

/** A sentence for a person; nothing else is shown of it, as a stack would not help. */
export class Trouble extends Error {}

/** Runs `main` and turns a Trouble into its sentence and exit code 1. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
