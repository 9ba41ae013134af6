import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { follow } from './child.mjs';
import { environment, Trouble } from './project.mjs';

// The same engine without the browser's own windows and menus, which cost more than our pages do: it comes first.
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium for the end-to-end tests: the one that COPSE_CHROMIUM names, one that is installed, or
 * Debian's, which is installed here and now when we are root.
 */
export async function ensureChromium(say) {
  const present = find();
  if (present) return present;

  if (process.platform === 'linux' && process.getuid?.() === 0 && inPath('apt-get')) {
    say('Installing Chromium by apt-get');
    const env = { ...environment(), DEBIAN_FRONTEND: 'noninteractive' };
    await follow('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    for (const chromium of [SHELL, 'chromium']) {
      const install = ['install', '-qq', '-y', '--no-install-recommends', chromium, 'fonts-liberation'];
      await follow('apt-get', install, { env, stdio: ['ignore', 'ignore', 'inherit'] });
      const installed = find();
      if (installed) return installed;
    }
  }
  throw new Trouble(
    'No Chromium was found, so the end-to-end tests cannot run. Install one (on Debian: sudo apt-get install ' +
      `${SHELL}), or name the one you have in COPSE_CHROMIUM.`,
  );
}

function find() {
  const named = process.env.COPSE_CHROMIUM;
  if (named && !existsSync(named)) throw new Trouble(`COPSE_CHROMIUM names ${named}, which does not exist.`);
  return named || NAMES.map(inPath).find(Boolean) || PLACES.find((place) => existsSync(place));
}

function inPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
