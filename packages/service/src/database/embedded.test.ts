import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded.ts';
import { ended, isAlive } from './process.ts';

const quick = { fsync: 'off', full_page_writes: 'off' };
let parent: string;
let folder: string;
let running: EmbeddedDatabase[] = [];

beforeEach(async () => {
  // mkdtemp makes a folder that only its owner may enter, as /root is: PostgreSQL's own account must get through.
  parent = await mkdtemp(join(tmpdir(), 'copse-embedded-'));
  folder = join(parent, '.copse');
});

afterEach(async () => {
  await Promise.all(running.map((database) => database.stop()));
  running = [];
  await rm(parent, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ folder, port: 0, settings: quick });
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmaster(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

/** Starts the database in a process of its own, which then waits to be killed. */
async function startElsewhere(): Promise<{ kill: (signal: NodeJS.Signals) => Promise<void> }> {
  const module = JSON.stringify(new URL('embedded.ts', import.meta.url).href);
  const options = JSON.stringify({ folder, port: 0, settings: quick });
  const script = `
    const { startEmbeddedDatabase } = await import(${module});
    const database = await startEmbeddedDatabase(${options});
    process.on('SIGTERM', () => process.exit(1));
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async (signal) => {
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

describe('the embedded database', () => {
  it('keeps what was saved over a stop and a start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE note (text text)');
    await query(first.url, `INSERT INTO note VALUES ('kept')`);
    await first.stop();

    const second = await start();

    expect([first.created, second.created, second.adopted]).toEqual([true, false, false]);
    expect(await query(second.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
  });

  it('leaves no process and no claim behind when stopped, even twice', async () => {
    const database = await start();
    const pid = await postmaster();

    await Promise.all([database.stop(), database.stop()]);

    expect(isAlive(pid)).toBe(false);
    await expect(stat(join(folder, 'owner.json'))).rejects.toThrow('ENOENT');
  });

  it('listens on this machine only and wants its own password', async () => {
    const { url } = await start();
    const { mode } = await stat(join(folder, 'password'));

    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow('password authentication');
  });

  it('sorts and compares text as people do, in UTF-8 and UTC', async () => {
    const { url } = await start();
    const inIcu = new Intl.Collator('und').compare;
    const words = `SELECT word FROM unnest(ARRAY['zebra', 'Äpfel', 'apple', 'Zoo', 'Öl']) word ORDER BY word`;

    expect(await query(url, words)).toEqual(
      ['Äpfel', 'apple', 'Öl', 'zebra', 'Zoo'].toSorted(inIcu).map((word) => ({ word })),
    );
    expect(await query(url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(url, 'SHOW timezone')).toEqual([{ TimeZone: 'UTC' }]);
  });

  it('offers the extensions that search needs', async () => {
    const { url } = await start();

    for (const name of ['pg_trgm', 'unaccent', 'citext', 'btree_gist']) await query(url, `CREATE EXTENSION ${name}`);
    expect(await query(url, `SELECT similarity('Übergröße', 'übergrösse') > 0.3 AS near`)).toEqual([{ near: true }]);
  });

  it('takes another port when the wanted one is busy', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as { port: number };

    const database = await startEmbeddedDatabase({ folder, port, settings: quick });
    running.push(database);
    busy.close();

    expect(database.port).not.toBe(port);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('after a start that was killed', () => {
  it('takes over the PostgreSQL that lives on, with what was saved', async () => {
    const elsewhere = await startElsewhere();
    const pid = await postmaster();
    await elsewhere.kill('SIGKILL');

    const database = await start();

    expect(database.adopted).toBe(true);
    expect(await postmaster()).toBe(pid);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('recovers when PostgreSQL was killed too', async () => {
    const elsewhere = await startElsewhere();
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    await elsewhere.kill('SIGKILL');
    await ended(pid, 5000);

    const database = await start();

    expect(database.adopted).toBe(false);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not fooled by another program that has the old process id now', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n1\n5432\n`);
    await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, birth: '1' }));

    expect(await start()).toMatchObject({ adopted: false, created: false });
  });

  it('begins anew when the data had not been completed', async () => {
    await mkdir(join(folder, 'postgres.new'), { recursive: true });
    await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');

    expect(await start()).toMatchObject({ created: true });
  });

  it.each([
    ['is gone', (file: string) => rm(file)],
    ['holds that of another folder', (file: string) => writeFile(file, 'of-another-folder\n')],
  ])('sets a new password when its file %s', async (_what, harm) => {
    const before = await start();
    await query(before.url, 'CREATE TABLE note (text text)');
    await before.stop();
    await harm(join(folder, 'password'));

    const after = await start();

    expect(after.url).not.toBe(before.url);
    expect(await query(after.url, 'SELECT * FROM note')).toEqual([]);
  });

  it('ends PostgreSQL with a process that leaves in a hurry', async () => {
    const elsewhere = await startElsewhere();
    const pid = await postmaster();

    await elsewhere.kill('SIGTERM');

    expect(await ended(pid, 10_000)).toBe(true);
  });
});

describe('a start that cannot go on says what to do', () => {
  it('when another Copse uses the folder', async () => {
    const elsewhere = await startElsewhere();

    await expect(start()).rejects.toMatchObject({
      kind: 'in-use',
      message: expect.stringMatching(/already running .* stop it with Ctrl-C/) as string,
    });
    await elsewhere.kill('SIGKILL');
    await start();
  });

  it('when the data were written by another PostgreSQL', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n');

    await expect(start()).rejects.toMatchObject({
      kind: 'other-version',
      message: expect.stringMatching(/PostgreSQL 15, .* export/) as string,
    });
  });

  it('when a file stands where the folder should be', async () => {
    await writeFile(folder, '');

    await expect(start()).rejects.toMatchObject({ message: expect.stringMatching(/is a file/) as string });
  });

  it.skipIf(process.getuid?.() === 0)('when the folder is closed to us', async () => {
    await mkdir(folder, { mode: 0o500 });

    await expect(start()).rejects.toMatchObject({ kind: 'not-permitted' });
    await chmod(folder, 0o700);
  });
});
