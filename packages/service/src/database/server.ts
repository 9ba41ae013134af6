import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { damaged, places } from './cluster.ts';
import { ended, isAlive, programOf } from './process.ts';
import { DatabaseTrouble, noSpace } from './trouble.ts';

/** A running postmaster, ours or one that an earlier start left behind. */
export type Server = { readonly pid: number; readonly port: number };

export type Settings = Readonly<Record<string, string | number>>;

const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 60_000;
const LOG_LIMIT = 5 * 1024 * 1024;

/**
 * The server that works on these data already, once it takes connections; `undefined` when there is none.
 *
 * A `postmaster.pid` whose process is gone, or is another program under the same id, is cleared away: PostgreSQL
 * itself would refuse to start because of the second.
 */
export async function findServer(folder: string): Promise<Server | undefined> {
  const { data } = places(folder);
  const until = performance.now() + READY_WITHIN;
  while (performance.now() < until) {
    const noted = await readNote(data);
    if (!noted) return undefined;

    const program = isAlive(noted.pid) ? ((await programOf(noted.pid)) ?? 'postgres') : 'nothing';
    if (!program.startsWith('postgres')) {
      await rm(join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (noted.status === 'ready') return noted;
    await pause(50);
  }
  throw damaged(folder, 'a PostgreSQL that runs on these data is neither ready nor gone');
}

async function readNote(data: string): Promise<(Server & { status: string }) | undefined> {
  const note = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = note.split('\n').map((line) => line.trim());
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? { pid, port: Number.parseInt(lines[3] ?? '', 10), status: lines[7] ?? '' } : undefined;
}

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it takes connections.
 *
 * It gets a process group of its own and writes to a file, so that neither Ctrl-C in the terminal nor our death can
 * tear it down while a request is still being answered.
 */
export async function startServer(
  folder: string,
  { postgres }: Binaries,
  account: Account,
  wantedPort: number,
  settings: Settings,
): Promise<Server> {
  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort(attempt === 0 ? wantedPort : 0);
    const outcome = await launch(folder, postgres, account, port, settings);
    if (typeof outcome !== 'string') return outcome;
    // Somebody took the port between our look and PostgreSQL's: look again.
    if (attempt >= 4 || !/could not bind|Address already in use/i.test(outcome)) throw explainLog(folder, outcome);
  }
}

async function launch(
  folder: string,
  postgres: string,
  account: Account,
  port: number,
  settings: Settings,
): Promise<Server | string> {
  const { data, log } = places(folder);
  const listen = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const steady = { timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C', max_connections: 200 };
  const flags = Object.entries({ ...listen, ...steady, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);

  const begin = await startOfLog(log);
  const output = await open(log, 'a', 0o600);
  const child = account.spawn(postgres, ['-D', data, ...flags], {
    stdio: ['ignore', output.fd, output.fd],
    detached: true,
    cwd: '/',
  });
  let over = false;
  child.once('exit', () => (over = true));
  child.once('error', () => (over = true));
  child.unref();
  await output.close();

  const until = performance.now() + READY_WITHIN;
  while (!over && performance.now() < until) {
    const noted = await readNote(data);
    if (noted?.pid === child.pid && noted?.status === 'ready') return { pid: noted.pid, port };
    await pause(10);
  }
  if (!over && child.pid) process.kill(child.pid, 'SIGQUIT');
  return (await readFile(log, 'utf8')).slice(begin);
}

/** Keeps at most two logs of a few megabytes; answers where the coming messages will begin. */
async function startOfLog(log: string): Promise<number> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size < LOG_LIMIT) return size;
  await rename(log, `${log}.1`);
  return 0;
}

function explainLog(folder: string, said: string): DatabaseTrouble {
  if (/No space left on device/i.test(said)) return noSpace(folder, said);
  if (/could not create shared memory|could not map|Cannot allocate memory/i.test(said)) {
    return new DatabaseTrouble(
      'does-not-start',
      'PostgreSQL found too little memory to start. Close other programs and start again.',
      said,
    );
  }
  if (/wrong ownership|Permission denied/i.test(said)) {
    return new DatabaseTrouble(
      'not-permitted',
      `PostgreSQL may not read its data in ${folder}. Start as the account that owns the folder, or delete it to begin anew.`,
      said,
    );
  }
  return damaged(folder, said);
}

async function freePort(wanted: number): Promise<number> {
  const free = await tryPort(wanted);
  return free ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}

/** Stops the server: connections are closed, everything saved is on disk, and the process is gone when this returns. */
export async function stopServer({ pid }: Server): Promise<void> {
  signal(pid, 'SIGINT');
  if (await ended(pid, STOPPED_WITHIN)) return;
  signal(pid, 'SIGQUIT');
  await ended(pid, 10_000);
}

/** Asks for the same without waiting: for the last moment of a process that ends without having stopped properly. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}
