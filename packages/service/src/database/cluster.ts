import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseTrouble, explainFileError, noSpace } from './trouble.ts';

export const USER = 'copse';
const VERSION = '18';
const NEEDED_TO_CREATE = 200 * 1024 * 1024;
const NEEDED_TO_START = 32 * 1024 * 1024;

/** Where things are inside the folder that the embedded database was given. */
export const places = (folder: string) => ({
  data: join(folder, 'postgres'),
  password: join(folder, 'password'),
  log: join(folder, 'postgres.log'),
});

/** Whether data are there already; says so plainly when they are half there or of another version. */
export async function hasData(folder: string): Promise<boolean> {
  const { data } = places(folder);
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw explainFileError(error, data);
    const left = await readdir(data).catch(() => []);
    if (left.length > 0) throw damaged(folder, `${data} holds files, but no PG_VERSION`);
    return undefined;
  });
  if (version === undefined || version.trim() === VERSION) return version !== undefined;

  throw new DatabaseTrouble(
    'other-version',
    `The data in ${data} were written by PostgreSQL ${version.trim()}, and this Copse comes with PostgreSQL ${VERSION}. ` +
      `Start the older Copse and run "npm run copse -- export", or delete the folder to begin with an empty one.`,
  );
}

export function damaged(folder: string, cause: unknown): DatabaseTrouble {
  return new DatabaseTrouble(
    'damaged',
    `The database in ${folder} is damaged and cannot be used; ${places(folder).log} tells more. Put back a copy of ` +
      `the folder if you have one, or delete ${folder} to begin with an empty one.`,
    cause,
  );
}

/** SQLSTATE classes of files that are gone, unreadable or at odds: system error, internal error, and what they lead to. */
const OF_DAMAGE = /^(?:XX|58|3D000|22023)/;

/** Turns what PostgreSQL says when its files or its disk fail into a sentence; everything else passes through unchanged. */
export function explainDatabaseError(error: unknown, folder: string): unknown {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  if (name === 'DatabaseTrouble' || typeof code !== 'string') return error;
  if (code === '53100') return noSpace(folder, error);
  return OF_DAMAGE.test(code) ? damaged(folder, error) : error;
}

/** Refuses early, before PostgreSQL stops half-way, when the disk is nearly full. */
export async function checkSpace(folder: string, creating: boolean): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < (creating ? NEEDED_TO_CREATE : NEEDED_TO_START)) throw noSpace(folder);
}

/**
 * Creates the data and its password, all or nothing: they appear under their name only when complete.
 *
 * Unless `durable`, a power cut soon after may lose them, as is fine for tests.
 * Text sorts as people expect in every language (ICU root rules), whatever this machine's locale is.
 */
export async function createData(
  folder: string,
  { initdb }: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const { data } = places(folder);
  const unfinished = `${data}.new`;
  const passwordForInitdb = `${data}.pw`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordForInitdb, `${await newPassword(folder)}\n`, { mode: 0o600 });
  await give(account, unfinished, passwordForInitdb);

  try {
    const args = [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${passwordForInitdb}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    let said = '';
    for (const locale of localesToTry()) {
      const child = account.spawn(initdb, [...args, `--locale=${locale}`], {
        stdio: ['ignore', 'ignore', 'pipe'],
        cwd: '/',
      });
      said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      const [code] = (await once(child, 'close')) as [number | null];
      if (code === 0) {
        await rm(data, { recursive: true, force: true });
        await rename(unfinished, data);
        return;
      }
      if (!said.includes('locale')) break;
    }
    throw said.includes('No space left') ? noSpace(folder, said) : new Error(`initdb failed: ${said}`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordForInitdb, { force: true });
  }
}

function localesToTry(): readonly string[] {
  if (process.platform === 'linux') return ['C.UTF-8', 'en_US.UTF-8', 'C'];
  return process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C'];
}

async function give({ uid, gid }: Account, ...paths: string[]): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await Promise.all(paths.map((path) => chown(path, uid, gid)));
}

/** The database's own password, or `undefined` when its file is gone. Others on this machine cannot read it. */
export async function readPassword(folder: string): Promise<string | undefined> {
  const { password } = places(folder);
  const found = await stat(password).catch(() => undefined);
  if (!found) return undefined;
  if ((found.mode & 0o077) !== 0) await chmod(password, 0o600);
  return (await readFile(password, 'utf8')).trim() || undefined;
}

async function newPassword(folder: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(places(folder).password, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Gives the stopped database a new password, for when the file that held it is gone. */
export async function resetPassword(folder: string, { postgres }: Binaries, account: Account): Promise<string> {
  const password = await newPassword(folder);
  const child = account.spawn(postgres, ['--single', '-D', places(folder).data, 'postgres'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  child.stdin?.end(`ALTER ROLE ${USER} PASSWORD '${password}'\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw damaged(folder, 'the password could not be set');
  return password;
}
