import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseTrouble } from './trouble.ts';

const run = promisify(execFile);

/** The account that PostgreSQL runs as: our own (`undefined` ids), or another one when we are root. */
export type Account = {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
};

/**
 * Chooses the account that works in `folder` on the data in `data`, running `initdb` to try it out.
 *
 * PostgreSQL refuses to run as root. When we are root, it runs as whoever owns the existing data, else as `postgres`,
 * which is created when it is missing. Projects are often cloned below a folder that only root may enter (`/root`, a
 * `mktemp -d`): then PostgreSQL keeps the one right to pass through folders, and nothing else.
 */
export async function chooseAccount(folder: string, data: string, initdb: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined, spawn };

  const { uid, gid } = (await ownerOf(data)) ?? (await postgresAccount());
  const plain: Account = {
    uid,
    gid,
    spawn: (command, args, options) => spawn(command, args, { ...options, uid, gid }),
  };
  if (await canRun(plain, folder, initdb)) return plain;

  // access(2), by which PostgreSQL looks for its own files, forgets the right unless the second line is there.
  const rights = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const kept = '--securebits=+no_setuid_fixup';
  const become = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', kept, ...rights, '--'];
  const passing: Account = {
    uid,
    gid,
    spawn: (command, args, options) => spawn('setpriv', [...become, command, ...args], options),
  };
  if (await canRun(passing, folder, initdb)) return passing;

  throw new DatabaseTrouble(
    'not-permitted',
    `PostgreSQL does not run as root, and the account it would use cannot reach ${folder}. ` +
      `Move the project to a folder that everybody may enter (for example /srv/copse), or start as an ordinary user.`,
  );
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  try {
    return await idsOf('postgres');
  } catch {
    // No such account yet.
  }
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return await idsOf('postgres');
  } catch (error) {
    throw new DatabaseTrouble(
      'not-permitted',
      `PostgreSQL does not run as root, and the account "postgres" could not be created. ` +
        `Create it (useradd --system postgres), or start as an ordinary user.`,
      error,
    );
  }
}

async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
}

/**
 * `initdb --show` changes nothing, but looks for all of PostgreSQL's programs and runs one of them. That the account has
 * no name comes after that and only matters for creating data.
 */
async function canRun(account: Account, folder: string, initdb: string): Promise<boolean> {
  try {
    const probe = ['-c', 'cd "$0" && exec "$1" --show --pgdata="$0/postgres"', folder, initdb];
    const child = account.spawn('/bin/sh', probe, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0 || said.includes('could not look up effective user ID');
  } catch {
    return false;
  }
}
