import { mkdir, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbeddedDatabase } from './embedded.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'copse-damaged-'));
  folder = join(parent, '.copse');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

const start = () => startEmbeddedDatabase({ folder, port: 0, settings: { fsync: 'off', full_page_writes: 'off' } });

async function emptyNewest(data: string): Promise<void> {
  const numbers = (await readdir(join(data, 'base'))).map(Number);
  const newest = join(data, 'base', String(Math.max(...numbers)));
  await rm(newest, { recursive: true });
  await mkdir(newest);
}

/** Some damage shows when it starts, some when we connect, some when we read: each gets the same sentence. */
it.each([
  ['the control file is cut off', (data: string) => truncate(join(data, 'global', 'pg_control'), 100)],
  ['the log of changes is gone', (data: string) => rm(join(data, 'pg_wal'), { recursive: true })],
  ['only a part of the files is there', (data: string) => rm(join(data, 'PG_VERSION'))],
  ['all databases are gone', (data: string) => rm(join(data, 'base'), { recursive: true })],
  ['our database is empty', emptyNewest],
])('a start says what to do when %s', async (_what, harm) => {
  await (await start()).stop();
  await harm(join(folder, 'postgres'));

  await expect(start()).rejects.toMatchObject({
    kind: 'damaged',
    message: expect.stringMatching(/damaged .* delete/) as string,
  });
  await expect(stat(join(folder, 'owner.json'))).rejects.toThrow('ENOENT');
});
