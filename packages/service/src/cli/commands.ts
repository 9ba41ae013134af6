import { createWriteStream } from 'node:fs';
import { stdout } from 'node:process';
import { finished } from 'node:stream/promises';
import { bundleSchema, type ImportReport, importBundle, sqlBundleStore } from '@copse/core/bundle';
import type { OrganisationId } from '@copse/core';
import { rebuildSearch } from '@copse/core/sql';
import { type Connection, connect } from './connect.ts';
import { FileProblem } from './file-problem.ts';
import { chooseOrganisation } from './organisation-store.ts';
import { showProgress } from './progress.ts';
import { type BundleHeader, readBundle } from './read-bundle.ts';
import { readPeopleCsv } from './read-people-csv.ts';
import { isClean, sayReport } from './report.ts';
import { writeBundle } from './write-bundle.ts';

export type Options = { readonly dryRun: boolean; readonly tenant: string | undefined; readonly folder: string };

/** Takes a file in, and tells on the terminal what came of every record. */
export async function importCommand(file: string, { dryRun, tenant, folder }: Options): Promise<number> {
  return withConnection(folder, async (connection) => {
    const organisation = await chooseOrganisation(connection, tenant);
    const progress = showProgress(process.stderr);
    const report = await takeIn(connection, organisation, file, dryRun, progress.onProgress).finally(progress.done);
    stdout.write(`${dryRun ? 'Dry run: nothing was kept.\n' : ''}${sayReport(report)}\n`);
    return isClean(report) ? 0 : 2;
  });
}

type Organisation = { readonly id: OrganisationId; readonly tenantId: string };

async function takeIn(
  connection: Connection,
  { id, tenantId }: Organisation,
  file: string,
  dryRun: boolean,
  onProgress: ReturnType<typeof showProgress>['onProgress'],
): Promise<ImportReport> {
  const header: BundleHeader = {};
  const records = file.toLowerCase().endsWith('.csv') ? readPeopleCsv(file, tenantId) : readBundle(file, header);
  const bundles = sqlBundleStore(connection);
  const taken = await importBundle({ bundles }, { organisationId: id, records, dryRun, onProgress });
  if (!taken.ok)
    throw new FileProblem(`${file}: sections must come in the order people, communities, memberships, practices.`);
  return taken.value;
}

/** Takes a bundle into an organisation of an open database: what `npm start` does with the sample. */
export const importFile = (connection: Connection, organisation: Organisation, file: string) =>
  takeIn(connection, organisation, file, false, () => {});

/** Writes everything of one organisation as a bundle. */
export async function exportCommand(file: string | undefined, { tenant, folder }: Options): Promise<number> {
  return withConnection(folder, async (connection) => {
    const { id } = await chooseOrganisation(connection, tenant);
    const bundles = sqlBundleStore(connection);
    const out = file === undefined ? stdout : createWriteStream(file, { mode: 0o600 });
    const count = await writeBundle(out, await bundles.organisationName(id), bundles.records(id));
    if (out !== stdout) {
      out.end();
      await finished(out);
    }
    process.stderr.write(`${count.toLocaleString('en')} records written${file ? ` to ${file}` : ''}.\n`);
    return 0;
  });
}

/** Prints the JSON Schema of the bundle, for editors and for whoever writes one. */
export async function schemaCommand(): Promise<number> {
  stdout.write(`${JSON.stringify(bundleSchema(), undefined, 2)}\n`);
  return 0;
}

/** Makes the search index anew. */
export async function rebuildSearchCommand({ folder }: Options): Promise<number> {
  return withConnection(folder, async ({ db, now }) => {
    const { community, practice, person, question } = await rebuildSearch(db, now());
    stdout.write(
      `Indexed ${community} communities, ${practice} practices, ${person} people and ${question} questions.\n`,
    );
    return 0;
  });
}

async function withConnection(folder: string, work: (connection: Connection) => Promise<number>): Promise<number> {
  const connection = await connect(folder, (step) => process.stderr.write(`» ${step}\n`));
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
