import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { follow } from './child.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { environment, node24, root, Trouble } from './project.mjs';

/**
 * Installs the packages when what is in node_modules is not what package-lock.json asks for.
 *
 * npm notes there what it installed, so a change of the lockfile is seen whoever ran npm before, and nothing is done
 * twice.
 */
export async function ensureInstalled(say) {
  if (!isUpToDate(root)) {
    say('Installing packages (a minute or two the first time)');
    const code = await withHeartbeat('installing', npm('ci', '--no-audit', '--no-fund', '--loglevel=error'));
    if (code !== 0) {
      throw new Trouble(
        'The packages could not be installed; npm says why above. Usual reasons: no network, a full disk, or a folder ' +
          'that belongs to another account. Put it right and run the same command again.',
      );
    }
  }
  checkNode24();
}

/** Whether what npm noted as installed below `folder` is what the lockfile there asks for. */
export function isUpToDate(folder) {
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  const present = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;

  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, link }]) => {
    if (path === '' || !path.includes('node_modules/') || link) return true;
    const found = present[path];
    // Other platforms' binaries are listed, but not installed.
    if (!found) return Boolean(optional || devOptional);
    return found.version === version && (!found.integrity || !integrity || found.integrity === integrity);
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function npm(...args) {
  const script = process.env.npm_execpath;
  const env = environment();
  return script?.endsWith('.js')
    ? follow(process.execPath, [script, ...args], { env })
    : follow('npm', args, { env, shell: process.platform === 'win32' });
}

/** With `--ignore-scripts` npm does not put Node 24 in place, and everything would run on the machine's own Node. */
function checkNode24() {
  const found = spawnSync(node24, ['--version'], { encoding: 'utf8' });
  if (found.stdout?.startsWith('v24.')) return;
  throw new Trouble(
    'npm was told not to run install scripts, so Node 24 is missing. Run "npm ci --ignore-scripts=false" and start again.',
  );
}
