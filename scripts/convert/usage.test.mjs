import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const run = (script, args = [], env = {}) =>
  spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

it.each([
  ['digitalgov.mjs', []],
  ['digitalgov.mjs', ['/no/such/folder']],
  ['kubernetes.mjs', []],
  ['kubernetes.mjs', ['/no/such/file.yaml']],
])('%s %s says how it is used, and nothing of its insides', (script, args) => {
  const { status, stdout, stderr } = run(script, args);

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(`npx node scripts/convert/${script} <`);
  expect(stderr).not.toMatch(/^\s+at /m);
});
