import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { testDatabase } from '@copse/core/testing';
import { expect, it } from 'vitest';

const db = testDatabase();
const asWritten = 'main.ts';
/** What `npm run build` makes of it, and what `npm run serve` runs. */
const asBuilt = '../dist/main.js';
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const settings = {
  PUBLIC_URL: 'https://copse.example.com',
  COPSE_SECRET: 'Zm9yIHRlc3RzIG9ubHksIGJ1dCBsb25nIGVub3VnaA==',
  COPSE_SEAL_KEY: 'dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=',
  ENTRA_CLIENT_ID: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
  ENTRA_TENANT_IDS: '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4',
  PORT: '0',
  STOP_AFTER_MS: '0',
};

function run(env: Record<string, string>, main = asWritten) {
  const child = spawn(process.execPath, [here(main)], { env: { PATH: process.env['PATH'], ...env } });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output.text += String(part)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output, ended };
}

async function saysWithin(output: { text: string }, what: RegExp) {
  await expect.poll(() => output.text, { timeout: 15_000, interval: 50 }).toMatch(what);
  return what.exec(output.text)?.[1] ?? '';
}

it.each([asWritten, asBuilt])(
  'production (%s) starts from the environment alone and stops on SIGTERM',
  async (main) => {
    const { child, output, ended } = run({ ...settings, DATABASE_URL: db.url() }, main);
    const address = await saysWithin(output, /listening at (http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/api/v1/me`)).status).toBe(401);
    expect(await (await fetch(`${address}/tab/index.html`)).text()).toContain('<script');

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  },
);

it('production with a wrong environment says all that is wrong, and what to read', async () => {
  const { output, ended } = run({ ...settings, ENTRA_JWKS_URL: 'http://127.0.0.1:4600/keys', COPSE_SECRET: '' });
  expect(await ended).toBe(1);
  expect(output.text.split('\n').filter(Boolean)).toEqual([
    'The configuration cannot be used:',
    '  DATABASE_URL is required',
    '  COPSE_SECRET is required in production',
    '  ENTRA_JWKS_URL must not lie on this machine in production mode',
    'Each variable is explained in docs/configuration.md.',
  ]);
});

it('production without its database says so in a sentence', async () => {
  const { output, ended } = run({ ...settings, DATABASE_URL: 'postgres://copse@127.0.0.1:1/copse' });
  expect(await ended).toBe(1);
  expect(output.text).toMatch(/^The PostgreSQL that DATABASE_URL names does not answer\..* \(ECONNREFUSED\)\n$/);
});

it('a built program has its threads with it', async () => {
  const planning = { candidates: [], past: [], apart: [], size: 2, seed: 'a seed', at: new Date() };
  const thread = new Worker(here('../dist/plan-thread.js'), { workerData: planning });
  expect(await once(thread, 'message')).toMatchObject([{ groups: [], left: [] }]);
});
