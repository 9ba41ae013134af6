import { createReadStream } from 'node:fs';
import type { BundleRecord } from '@copse/core/bundle';
import { parse } from 'csv-parse';
import { FileProblem } from './file-problem.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** The columns of «Users › Download users» in Entra's admin centre that have to be there. */
const NEEDED = ['id', 'displayname'] as const;
/** Columns that the admin centre does not write, and a script over Microsoft Graph can: the first that is there counts. */
const MANAGER = ['managerid', 'manageruserprincipalname', 'manager'] as const;
const SERVICE = ['accounttype', 'usertype'] as const;
/** What stands there for an account that nobody is behind: a service, an app, a room, a shared mailbox. */
const NOBODY_BEHIND = /^(?:service|app|application|bot|agent|resource|room|equipment|shared)\b|^service/u;

/**
 * Reads people from the CSV file that Entra's admin centre exports, as records of a bundle, row by row.
 *
 * Accounts that are switched off are left out. Each person is known by their object id, so that a later file, a rename
 * or a first sign-in finds the same person again. A manager may be named by object id or by user principal name; one who
 * is not in the file is left out, too.
 */
export async function* readPeopleCsv(path: string, tenantId: string): AsyncGenerator<BundleRecord> {
  const known = await idsByName(path);
  let index = 0;
  for await (const row of rowsOf(path)) {
    const here = index++;
    if (isOn(row)) yield { section: 'people', index: here, value: personOf(row, tenantId, known) };
  }
}

const isOn = (row: Row) => row.accountenabled?.toLowerCase() !== 'false';

async function* rowsOf(path: string): AsyncGenerator<Row> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      columns: (header: string[]) => {
        const names = header.map((name) => name.trim().toLowerCase());
        const missing = NEEDED.filter((name) => !names.includes(name));
        if (missing.length > 0) {
          throw new FileProblem(
            `${path} has no column ${missing.join(' and no column ')}: export it from Entra's admin centre (Users, Download users) with all columns.`,
          );
        }
        return names;
      },
    }),
  );
  try {
    yield* parser as AsyncIterable<Row>;
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileProblem(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read as CSV: ${message}`,
    );
  }
}

/** Everybody who is switched on, by object id and by user principal name: a manager may come after their people. */
async function idsByName(path: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for await (const row of rowsOf(path)) {
    if (managerIn(row) === undefined) return ids;
    if (!isOn(row) || !row.id) continue;
    for (const name of [row.id, row.userprincipalname]) if (name) ids.set(name.toLowerCase(), row.id);
  }
  return ids;
}

/** What the file says about the manager; `undefined` where it has no such column. */
const managerIn = (row: Row): string | undefined => {
  const column = MANAGER.find((name) => row[name] !== undefined);
  return column && row[column];
};

function personOf(row: Row, tenantId: string, known: ReadonlyMap<string, string>) {
  const affiliation = row.department || row.companyname;
  const named = managerIn(row);
  const manager = named === undefined ? undefined : known.get(named.toLowerCase());
  return {
    externalId: `entra:${row.id}`,
    name: row.displayname,
    ...(affiliation ? { affiliation } : {}),
    ...(row.team ? { team: row.team } : {}),
    guest: row.usertype?.toLowerCase() === 'guest',
    ...(SERVICE.some((column) => NOBODY_BEHIND.test(row[column]?.toLowerCase() ?? '')) ? { serviceAccount: true } : {}),
    ...(named === undefined ? {} : { manager: manager && manager !== row.id ? `entra:${manager}` : null }),
    accounts: [`entra:${tenantId}:${row.id}`],
  };
}
