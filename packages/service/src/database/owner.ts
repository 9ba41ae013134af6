import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf, isAlive } from './process.ts';
import { DatabaseTrouble } from './trouble.ts';

type Owner = { readonly pid: number; readonly birth: string };

/** Gives the folder back. */
export type Release = () => Promise<void>;

/**
 * Makes this process the only one that starts and stops the database in `folder`, until released or dead.
 *
 * A claim of a process that was killed counts for nothing, even when its id is in use again.
 *
 * @throws DatabaseTrouble `in-use` when another living process holds the folder.
 */
export async function claimFolder(folder: string): Promise<Release> {
  const path = join(folder, 'owner.json');
  const ours: Owner = { pid: process.pid, birth: await birthOf(process.pid) };
  const text = `${JSON.stringify(ours)}\n`;

  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await create(path, text)) {
      // Another process that also saw a dead owner may have swept ours away a moment ago; the one that stays wins.
      if (attempt > 0) await pause(50);
      if ((await readFile(path, 'utf8').catch(() => '')) === text) return () => release(path, text);
    }
    const owner = await readOwner(path);
    if (owner && (await lives(owner))) throw inUse(folder, owner);
    await sweep(path);
  }
  throw inUse(folder, await readOwner(path));
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function lives({ pid, birth }: Owner): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const now = await birthOf(pid);
  return now === '' || birth === '' || now === birth;
}

async function sweep(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true });
}

function inUse(folder: string, owner: Owner | undefined): DatabaseTrouble {
  const who = owner ? `process ${owner.pid}` : 'another process';
  return new DatabaseTrouble(
    'in-use',
    `Copse is already running with the folder ${folder} (${who}). Use that one, or stop it with Ctrl-C in its window.`,
  );
}
