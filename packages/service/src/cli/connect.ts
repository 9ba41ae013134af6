import { randomBytes } from 'node:crypto';
import { type Database, migrateToLatest, openDatabase } from '@copse/core/sql';
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { readDatabaseUrl } from '../config.ts';
import { demandVersion, explainGivenDatabase, findRunningDatabase, startEmbeddedDatabase } from '../database/index.ts';

export type Connection = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly chance: (count: number) => Uint8Array;
  readonly close: () => Promise<void>;
};

/**
 * Opens the database that commands work on: the one that `DATABASE_URL` names, else the embedded one in `folder`, which
 * is joined where it runs and started for the time of the command where it does not.
 */
export async function connect(folder: string, say: (step: string) => void): Promise<Connection> {
  const given = readDatabaseUrl();
  const url = given ?? (await findRunningDatabase(folder));
  const own = url === undefined ? await startEmbeddedDatabase({ folder, onProgress: say }) : undefined;
  const db = openDatabase({ url: url ?? (own?.url as string), connections: 4 });
  const close = async () => {
    await db.destroy();
    await own?.stop();
  };
  try {
    await demandVersion(db);
    await migrateToLatest(db);
  } catch (error) {
    await close();
    throw given === undefined ? error : explainGivenDatabase(error);
  }
  return { db, newId: uuidv7, now: () => new Date(), chance: randomBytes, close };
}
