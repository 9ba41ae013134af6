/**
 * npm test: proves on a fresh machine that all of it works. Cheap checks come first, every step runs even when an
 * earlier one failed (unless it cannot), and the last line is the count of the tests.
 */
import './bootstrap/node-version.mjs';

const { mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { ensureChromium } = await import('./bootstrap/chromium.mjs');
const { followNode, followTool } = await import('./bootstrap/child.mjs');
const { add, countTests } = await import('./bootstrap/counts.mjs');
const { ensureInstalled } = await import('./bootstrap/install.mjs');
const { run, Trouble } = await import('./bootstrap/project.mjs');

const say = (text) => console.log(`» ${text}`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const reports = mkdtempSync(join(tmpdir(), 'copse-reports-'));
let counts = { passed: 0, failed: 0, skipped: 0 };
let chromium;
let installing;
let stopped = false;
process.on('SIGINT', () => (stopped = true));

const types = (program) => followTool('tsc', ['-p', program]);

/** Runs the tests of one vitest project; `env` is added to what they see. */
async function vitest(project, env = {}) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await followTool('vitest', ['run', '--project', project, ...reporters], { env });
  counts = add(counts, countTests(report));
  return code;
}

/** Name, what it needs to have gone well, and the work: 0 or an error. */
const steps = [
  ['structure', [], () => followNode('scripts/check-structure.mjs')],
  ['format', [], () => followTool('oxfmt', ['--check', '.'])],
  ['lint', [], () => followTool('oxlint', ['--type-aware', '--deny-warnings'])],
  // Two programs for all packages, one without and one with a browser's types: core is checked twice, not six times.
  ['types', [], async () => (await types('tsconfig.json')) || types('tsconfig.web.json')],
  ['build', [], () => followTool('turbo', ['run', 'build', '--output-logs=new-only', '--log-order=grouped'])],
  ['unit and integration tests, manifests, size budgets', [], () => vitest('unit')],
  ['chromium', [], async () => void (chromium = await installing)],
  ['end-to-end tests', ['build', 'chromium'], () => vitest('e2e', { COPSE_CHROMIUM: chromium })],
];

await run(async () => {
  const begin = performance.now();
  // Beside npm, which leaves half of the machine idle. Whether it went well is asked when it is needed.
  installing = ensureChromium(say);
  installing.catch(() => {});
  await ensureInstalled(say);

  const outcomes = new Map([['set-up', `ok       ${seconds(begin)}`]]);
  const failed = new Set();
  for (const [name, needs, work] of steps) {
    if (stopped) break;
    const missing = needs.filter((need) => failed.has(need));
    if (missing.length > 0) {
      failed.add(name);
      outcomes.set(name, `left out, because of ${missing.join(' and ')}`);
      continue;
    }
    say(name);
    const since = performance.now();
    if (!(await succeeds(work))) failed.add(name);
    outcomes.set(name, `${failed.has(name) ? 'FAILED  ' : 'ok      '} ${seconds(since)}`);
  }
  rmSync(reports, { recursive: true, force: true });

  console.log();
  for (const [name, outcome] of outcomes) console.log(`  ${name.padEnd(52)} ${outcome}`);
  console.log(`  ${'in all'.padEnd(52)}          ${seconds(begin)}\n`);
  if (failed.size > 0) console.log(`Not all is well: ${[...failed].join(', ')}.`);
  if (failed.has('format')) console.log('"npm run format" puts the format right.');
  if (stopped) console.log('Stopped before the end.');
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return failed.size > 0 || counts.failed > 0 || stopped ? 1 : 0;
});

async function succeeds(work) {
  try {
    return ((await work()) ?? 0) === 0;
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    return false;
  }
}
