import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPorts } from './arguments.mjs';
import { countTests } from './counts.mjs';
import { isUpToDate } from './install.mjs';
import { checkPorts } from './ports.mjs';
import { at, root } from './project.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copse-bootstrap-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name, value) => {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};

const here = (name) => new URL(name, import.meta.url).href;

describe('the Node of the machine', () => {
  const startUnder = (version) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });
         await import(${JSON.stringify(here('node-version.mjs'))});
         console.log('went on');`,
      ],
      { encoding: 'utf8' },
    );

  it.each(['16.20.2', '18.19.0', '20.18.3'])('%s is too old, and a sentence says so', (version) => {
    const { status, stderr, stdout } = startUnder(version);

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(`Copse needs Node 20.19 or newer, and this is Node ${version}.`);
  });

  it.each(['20.19.0', '22.0.0', '24.21.0', '25.1.0'])('%s will do', (version) => {
    expect(startUnder(version)).toMatchObject({ status: 0, stdout: 'went on\n' });
  });
});

describe('the arguments of npm start', () => {
  it('are not needed', () => {
    expect(readPorts([])).toMatchObject({ watch: false, args: ['--port=3978', '--workbench-port=4600'] });
  });

  it.each([[['--port', '5000', '--watch']], [['--watch', '--port=5000']]])(
    'are read as people write them: %s',
    (given) => {
      expect(readPorts(given)).toMatchObject({ watch: true, args: ['--port=5000', '--workbench-port=4600'] });
    },
  );

  it.each([
    [['--port', 'http']],
    [['--port']],
    [['--port=70000']],
    [['--colour']],
    [['--port', '5000', '--workbench-port', '5000']],
  ])('are questioned: %s', (given) => {
    expect(() => readPorts(given)).toThrow(/wants a number|is not known|cannot both listen on port 5000/);
  });
});

it('npm run serve is production mode, whatever the environment says', () => {
  const { status, stderr } = spawnSync(process.execPath, [at('scripts/serve.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, COPSE_MODE: 'workbench' },
  });

  expect(status).toBe(1);
  expect(stderr).toMatch('COPSE_MODE may only be production here');
});

describe('the installed packages', () => {
  const install = (wanted, present) => {
    mkdirSync(join(folder, 'node_modules'));
    write('package-lock.json', { packages: { '': {}, 'packages/core': {}, ...wanted } });
    if (present) write('node_modules/.package-lock.json', { packages: present });
    return isUpToDate(folder);
  };
  const kysely = { version: '0.29.9', integrity: 'sha512-a' };

  it('are right when they are what the lockfile asks for', () => {
    const wanted = { 'node_modules/kysely': kysely, 'node_modules/@copse/core': { link: true } };

    expect(install(wanted, { 'node_modules/kysely': kysely })).toBe(true);
  });

  it.each([
    ['nothing is installed', undefined],
    ['one is missing', {}],
    ['one has another version', { 'node_modules/kysely': { ...kysely, version: '0.29.8' } }],
    ['one has other content', { 'node_modules/kysely': { ...kysely, integrity: 'sha512-b' } }],
  ])('are renewed when %s', (_what, present) => {
    expect(install({ 'node_modules/kysely': kysely }, present)).toBe(false);
  });

  it('may lack what is for other machines', () => {
    const wanted = { 'node_modules/kysely': kysely, 'node_modules/fsevents': { version: '2.0.0', optional: true } };

    expect(install(wanted, { 'node_modules/kysely': kysely })).toBe(true);
  });
});

describe('a port', () => {
  it('that is taken is named, with what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address();

    await expect(checkPorts({ 'the service': port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    taken.close();
    await once(taken, 'close');
    await checkPorts({ 'the service': port });
  });
});

describe('the count of the tests', () => {
  const report = (testResults) =>
    write('report.json', { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults });
  const failure = { status: 'failed', assertionResults: [{ status: 'failed' }] };

  it('is what vitest reports', () => {
    expect(countTests(report([failure]))).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('holds a file that could not be loaded as a failure', () => {
    expect(countTests(report([failure, { status: 'failed', assertionResults: [] }])).failed).toBe(2);
  });

  it.each([
    ['none', 'absent.json'],
    ['half', 'half.json'],
  ])('is one failure when there is %s a report', (_how, name) => {
    write('half.json', '{"numPassedTests": 5');
    expect(countTests(join(folder, name))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('what was started', () => {
  const program = `
    import { appendFileSync } from 'node:fs';
    const note = (text) => appendFileSync(process.argv[2], text + '\\n');
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => setTimeout(() => { note('stopped'); process.exit(0); }, 200));
    }
    console.log('running', process.version);
    setInterval(() => {}, 1000);`;

  async function startParent({ throughShell = false } = {}) {
    const entry = write('program.mjs', program);
    const log = write('log', '');
    const script = `const { followNode } = await import(${JSON.stringify(here('child.mjs'))});
      process.exitCode = await followNode(${JSON.stringify(relative(root, entry))}, [${JSON.stringify(log)}]);`;
    const file = write('parent.mjs', script);
    const command = throughShell
      ? ['/bin/sh', '-c', `"${process.execPath}" "${file}"; true`]
      : [process.execPath, file];
    const parent = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: throughShell ? 'start' : '' },
    });
    const [first] = await once(parent.stdout, 'data');
    return { parent, first: String(first), log };
  }

  async function textOf(log) {
    for (let tries = 0; tries < 100 && readFileSync(log, 'utf8') === ''; tries += 1) await pause(50);
    return readFileSync(log, 'utf8');
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('runs on Node 24 and may clean up after %s', async (signal) => {
    const { parent, first, log } = await startParent();
    parent.kill(signal);
    const [code] = await once(parent, 'exit');

    expect(first).toMatch('running v24.');
    expect(code).toBe(0);
    expect(await textOf(log)).toBe('stopped\n');
  });

  it('stops by itself when the starting script is killed', async () => {
    const { parent, log } = await startParent();
    parent.kill('SIGKILL');

    expect(await textOf(log)).toBe('stopped\n');
  });

  it('stops when npm has killed the shell between itself and us', async () => {
    const { parent, log } = await startParent({ throughShell: true });
    parent.kill('SIGTERM');

    expect(await textOf(log)).toBe('stopped\n');
  });
});
