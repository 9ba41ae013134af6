import { createReadStream } from 'node:fs';
import type { BundleRecord } from '@copse/core/bundle';
import { parse } from 'csv-parse';
import { FileProblem } from './file-problem.ts';

type Row = Readonly<Record<string, string | undefined>>;
type Parsed = { readonly record: Row; readonly info: { readonly lines: number } };

/** The columns of «Users › Download users» in Entra's admin centre that have to be there. */
const NEEDED = ['id', 'displayName'] as const;
/** Columns that the admin centre does not write, and a script over Microsoft Graph can: the first that is there counts. */
const MANAGER = ['managerid', 'manageruserprincipalname', 'manager'] as const;
const SERVICE = ['accounttype', 'usertype'] as const;
const ADDED = [...MANAGER, 'team', 'accounttype'] as const;
/** What a column is called that means one of these and is not: none of the admin centre's own is. */
const MEANT = /manager|^teams?(?:name)?$|account(?:type|kind)|serviceaccount/u;
const ADDED_COLUMNS =
  'What may be added to the columns of the admin centre: manager (object id or user principal name), team, and accountType (service where nobody is behind the account).';
/** What was no UTF-8 is read as replacement characters, and names would be saved with them. */
const NOT_UTF8 = 'is not in UTF-8, so letters of names are lost: save it as «CSV UTF-8».';
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
  for await (const { row, line } of rowsOf(path)) {
    const here = index++;
    if (isOn(row))
      yield { section: 'people', index: here, value: personOf(row, tenantId, known), place: `line ${line}` };
  }
}

/** A column is known however its words are put together: «Account type» is accountType. */
const plain = (column: string) => column.toLowerCase().replaceAll(/[\s_-]/gu, '');

/** What is wrong with the columns, and what to do about it. */
function problemOf(header: readonly string[], names: readonly string[]): string | undefined {
  if (names.length === 1 && names[0]?.includes(';'))
    return 'has semicolons between its columns: save it as CSV with commas.';
  const missing = NEEDED.filter((name) => !names.includes(plain(name)));
  if (missing.length > 0)
    return `has no column ${missing.join(' and no column ')}: export it from Entra's admin centre (Users, Download users) with all columns.`;
  // A script may write the manager's name beside what they are known by.
  const isBeside = (name: string) => name.startsWith('manager') && MANAGER.some((known) => names.includes(known));
  const isUnknown = (name: string) => MEANT.test(name) && !isBeside(name) && !ADDED.some((known) => known === name);
  const unknown = header[names.findIndex(isUnknown)];
  return unknown && `has a column «${unknown}», which is not known. ${ADDED_COLUMNS}`;
}

const isOn = (row: Row) => row.accountenabled?.toLowerCase() !== 'false';

/** Each row, and the line on which it ends. */
async function* rowsOf(path: string): AsyncGenerator<{ readonly row: Row; readonly line: number }> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      columns: (header: string[]) => {
        const names = header.map(plain);
        const problem = problemOf(header, names);
        if (problem !== undefined) throw new FileProblem(`${path} ${problem}`);
        return names;
      },
    }),
  );
  try {
    let isEmpty = true;
    for await (const { record: row, info } of parser as AsyncIterable<Parsed>) {
      isEmpty = false;
      if (Object.values(row).some((value) => value?.includes('\uFFFD'))) throw new FileProblem(`${path} ${NOT_UTF8}`);
      yield { row, line: info.lines };
    }
    if (isEmpty)
      throw new FileProblem(`${path} holds nobody: export it from Entra's admin centre (Users, Download users).`);
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
  for await (const { row } of rowsOf(path)) {
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
