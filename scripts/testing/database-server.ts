import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '../../packages/service/src/database/index.ts';

const PREFIX = 'copse-test-';

/** Losing test data in a power cut is fine, and each test file makes and drops a database of its own. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' };

/**
 * One PostgreSQL for the whole test run, with one prepared database that `testDatabase()` copies. `prepare` migrates it,
 * fills it if need be, and leaves no connection open: a database with open connections cannot be copied.
 *
 * A migration that fails is told by the tests that need a database; the others run nevertheless.
 */
export const serverWith =
  (prepare: (url: string) => Promise<unknown>) =>
  async ({ provide }: TestProject): Promise<() => Promise<void>> => {
    await sweepKilledRuns();
    const folder = await mkdtemp(join(tmpdir(), PREFIX));
    const server = await startEmbeddedDatabase({ folder, port: 0, database: 'template', settings });

    const problem = await prepare(server.url).then(
      () => undefined,
      (error: unknown) =>
        `The database of the tests could not be prepared: ${error instanceof Error ? error.message : String(error)}`,
    );
    provide('testServer', { template: server.url, problem });

    return async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
  };

export default serverWith(migrate);

async function migrate(url: string): Promise<void> {
  // Loaded here, so that a migration that is being written does not stop the tests that need no database.
  const { migrateToLatest, openDatabase } = await import('../../packages/core/src/sql/index.ts');
  const db = openDatabase({ url, connections: 1 });
  try {
    await migrateToLatest(db);
  } finally {
    await db.destroy();
  }
}

/** A test run that was killed leaves its PostgreSQL and its folder behind; the next run tidies up. */
async function sweepKilledRuns(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  await Promise.all(
    left.map(async (name) => {
      const folder = join(tmpdir(), name);
      if (await isInUse(folder)) return;
      const database = await startEmbeddedDatabase({ folder, port: 0 }).catch(() => undefined);
      await database?.stop();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }),
  );
}

async function isInUse(folder: string): Promise<boolean> {
  const owner = await readFile(join(folder, 'owner.json'), 'utf8').catch(() => undefined);
  // A run that is only just making its folder has not claimed it yet: leave it to a later sweep.
  if (owner === undefined) return (await readdir(folder).catch(() => [])).length === 0;
  const { pid } = JSON.parse(owner) as { pid: number };
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
