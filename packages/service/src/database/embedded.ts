import { chmod, mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import {
  checkSpace,
  createData,
  damaged,
  explainDatabaseError,
  hasData,
  places,
  readPassword,
  resetPassword,
  USER,
} from './cluster.ts';
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
  if (running && password !== undefined && !(await opens(running.port, password))) password = undefined;
  if (password === undefined) {
    if (running) await stopServer(running);
    running = undefined;
    password = await resetPassword(folder, binaries, account);
  }

  const adopted = running !== undefined;
  onProgress(adopted ? 'Taking over the PostgreSQL that the last start left running' : 'Starting PostgreSQL');
  const begin = () => startServer(folder, binaries, account, port, settings);
  let server = running ?? (await begin());
  if (!adopted && !(await opens(server.port, password))) {
    // The file holds the password of another folder. Whoever may write there owns these data.
    await stopServer(server);
    password = await resetPassword(folder, binaries, account);
    server = await begin();
  }
  // The data folder keeps the mode that PostgreSQL insists on, even after a careless chmod -R.
  if (!adopted) await chmod(places(folder).data, 0o700);

  const stopAtExit = () => signal(server.pid, 'SIGINT');
  process.once('exit', stopAtExit);
  const url = addressOf(server.port, password, database);
  try {
    await ensureDatabase(addressOf(server.port, password), database, places(folder).data, folder);
    await withClient(url, (client) => client.query('SELECT count(*) FROM pg_class'));
  } catch (error) {
    process.off('exit', stopAtExit);
    await stopServer(server);
    throw explainDatabaseError(error, folder);
  }

  return {
    url,
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

const addressOf = (port: number, password: string, database = 'postgres') =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

async function withClient<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** Whether the server knows the password; anything else that is wrong with it shows later, with its reason. */
const opens = (port: number, password: string): Promise<boolean> =>
  withClient(addressOf(port, password), () => Promise.resolve(true)).catch(
    (error: { code?: string }) => error.code !== '28P01',
  );

const ensureDatabase = (url: string, name: string, data: string, folder: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== data) throw damaged(folder, `the server works on ${rows[0]?.data_directory}`);

    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
