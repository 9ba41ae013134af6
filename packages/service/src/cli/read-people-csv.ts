import { createReadStream } from 'node:fs';
import type { BundleRecord } from '@copse/core/bundle';
import { parse } from 'csv-parse';
import { FileProblem } from './file-problem.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** The columns of «Users › Download users» in Entra's admin centre that are used; the others are left alone. */
const NEEDED = ['id', 'displayname'] as const;

/**
 * Reads people from the CSV file that Entra's admin centre exports, as records of a bundle, row by row.
 *
 * Accounts that are switched off are left out. Each person is known by their object id, so that a later file, a rename
 * or a first sign-in finds the same person again.
 */
export async function* readPeopleCsv(path: string, tenantId: string): AsyncGenerator<BundleRecord> {
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
  let index = 0;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      const here = index++;
      if (row.accountenabled?.toLowerCase() === 'false') continue;
      yield { section: 'people', index: here, value: personOf(row, tenantId) };
    }
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileProblem(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read as CSV: ${message}`,
    );
  }
}

function personOf(row: Row, tenantId: string) {
  const affiliation = row.department || row.companyname;
  return {
    externalId: `entra:${row.id}`,
    name: row.displayname,
    ...(affiliation ? { affiliation } : {}),
    guest: row.usertype?.toLowerCase() === 'guest',
    accounts: [`entra:${tenantId}:${row.id}`],
  };
}
