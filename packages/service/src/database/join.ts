import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readPassword, USER } from './cluster.ts';
import { findServer } from './server.ts';

/**
 * The address of the database that another process (`npm start`) runs in `folder`, or `undefined` when none runs.
 *
 * Whoever joins neither starts nor stops it.
 */
export async function findRunningDatabase(folder: string, database = 'copse'): Promise<string | undefined> {
  const real = await realpath(resolve(folder)).catch(() => undefined);
  const server = real === undefined ? undefined : await findServer(real);
  const password = real === undefined ? undefined : await readPassword(real);
  if (!server || password === undefined) return undefined;
  return `postgres://${USER}:${password}@127.0.0.1:${server.port}/${database}`;
}
