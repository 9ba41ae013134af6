import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process with this id lives; one of another account counts, one that only waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * What tells one process from a later one that was given the same id: when it began, in whatever unit the system keeps.
 * Empty when the process is gone or the system does not tell.
 */
export async function birthOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces; the 22nd is the start in clock ticks.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return '';
  }
  const told = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  return told?.stdout.trim() ?? '';
}

/** The program that runs under this id, or `undefined` when the system does not tell. */
export async function programOf(pid: number): Promise<string | undefined> {
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  }
  const told = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => undefined);
  return told?.stdout.trim().split('/').at(-1);
}

/** Waits until the process has ended, at most `limit` ms; answers whether it has. */
export async function ended(pid: number, limit: number): Promise<boolean> {
  const until = performance.now() + limit;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
}
