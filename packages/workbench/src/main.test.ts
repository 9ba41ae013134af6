import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copse-main-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts it as `npm start` does, until the box says where to click; `stop` presses Ctrl-C and answers the exit code. */
async function start() {
  const child = spawn(process.execPath, [main, '--port=0', '--workbench-port=0', `--folder=${folder}`]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await expect.poll(() => said, { timeout: 45_000, interval: 50 }).toContain('Stop with Ctrl-C');
  const stop = () => {
    child.kill('SIGINT');
    return ended;
  };
  return { said, stop, api: /API +(http:\S+)\/api\/docs/.exec(said)?.[1] };
}

it('starts in an empty folder with the sample organisation, stops on Ctrl-C, and finds all of it again', async () => {
  const first = await start();
  expect(first.said).toContain('Loaded Lindenhof Tools');
  expect((await fetch(`${first.api}/readyz`)).status).toBe(200);
  expect(await first.stop()).toBe(0);
  await expect(fetch(`${first.api}/livez`)).rejects.toThrow('fetch failed');

  const second = await start();
  expect(second.said).not.toContain('Loaded Lindenhof Tools');
  expect((await fetch(`${second.api}/readyz`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
}, 120_000);
