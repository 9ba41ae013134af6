import { chmod, mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { checkSpace, createData, damaged, hasData, places, readPassword, resetPassword, USER } from './cluster.ts';
import { claimFolder } from './owner.ts';
import { findServer, type Settings, signal, startServer, stopServer } from './server.ts';
import { explainFileError } from './trouble.ts';

export type EmbeddedDatabaseOptions = {
  /** Holds the data, the password (mode 0600) and PostgreSQL's log. Created when missing. */
  readonly folder: string;
  /** Preferred port on 127.0.0.1; another free one is taken when it is busy. 0 takes any. */
  readonly port?: number;
  /** Name of the database to connect to, created when missing. */
  readonly database?: string;
  /** PostgreSQL settings, such as `{ fsync: 'off' }` for tests. */
  readonly settings?: Settings;
  /** Told what goes on, in words for a terminal. */
  readonly onProgress?: (step: string) => void;
};

export type EmbeddedDatabase = {
  /** Connection string with the password in it: not for logs. */
  readonly url: string;
  readonly port: number;
  /** True when PostgreSQL was running already, left behind by a start that was killed. */
  readonly adopted: boolean;
  /** True when the data were created by this start. */
  readonly created: boolean;
  /** Stops PostgreSQL and gives the folder back. The second call does nothing. */
  readonly stop: () => Promise<void>;
};

const DEFAULT_PORT = 54_390;

/**
 * Starts the real PostgreSQL that comes with npm, in `folder`, for this process alone.
 *
 * One that an earlier, killed start left running on the same data is adopted. Ends with the process: properly by
 * `stop`, and with a last signal when the process ends otherwise (only `kill -9` leaves it running).
 *
 * @throws DatabaseTrouble when a person has to act; its message says how.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  let folder = resolve(options.folder);
  try {
    await mkdir(folder, { recursive: true });
    // PostgreSQL reports where its data are without symbolic links, and adoption compares the two.
    folder = await realpath(folder);
    const release = await claimFolder(folder);
    try {
      return await open(folder, options, release);
    } catch (error) {
      await release();
      throw error;
    }
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

async function open(
  folder: string,
  { port = DEFAULT_PORT, database = 'copse', settings = {}, onProgress = () => {} }: EmbeddedDatabaseOptions,
  release: () => Promise<void>,
): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries();
  const account = await chooseAccount(folder, places(folder).data, binaries.initdb);
  const created = !(await hasData(folder));
  await checkSpace(folder, created);

  if (created) {
    onProgress('Creating the database (only the first time)');
    await createData(folder, binaries, account, settings['fsync'] !== 'off');
  }

  let running = created ? undefined : await findServer(folder);
  let password = await readPassword(folder);
  if (password === undefined) {
    if (running) await stopServer(running);
    running = undefined;
    password = await resetPassword(folder, binaries, account);
  }

  const adopted = running !== undefined;
  onProgress(adopted ? 'Taking over the PostgreSQL that the last start left running' : 'Starting PostgreSQL');
  const server = running ?? (await startServer(folder, binaries, account, port, settings));
  // The data folder keeps the mode that PostgreSQL insists on, even after a careless chmod -R.
  if (!adopted) await chmod(places(folder).data, 0o700);

  const stopAtExit = () => signal(server.pid, 'SIGINT');
  process.once('exit', stopAtExit);
  const address = (name: string) => `postgres://${USER}:${password}@127.0.0.1:${server.port}/${name}`;
  try {
    await ensureDatabase(address('postgres'), database, places(folder).data, folder);
  } catch (error) {
    process.off('exit', stopAtExit);
    await stopServer(server);
    throw error;
  }

  return {
    url: address(database),
    port: server.port,
    adopted,
    created,
    stop: once(async () => {
      await stopServer(server);
      process.off('exit', stopAtExit);
      await release();
    }),
  };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}

async function ensureDatabase(url: string, name: string, data: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== data) throw damaged(folder, `the server works on ${rows[0]?.data_directory}`);

    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
