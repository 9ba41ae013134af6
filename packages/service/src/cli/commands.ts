import { stdout } from 'node:process';
import {
  type BundleRecord,
  bundleSchema,
  bundleSections,
  findCommunity,
  type ImportReport,
  importBundle,
  sqlBundleStore,
} from '@copse/core/bundle';
import { rebuildSearch } from '@copse/core/sql';
import { type Connection, connect } from './connect.ts';
import { FileProblem } from './file-problem.ts';
import { chooseOrganisation, inOrganisation, type Organisation } from './organisation-store.ts';
import { showProgress } from './progress.ts';
import { readBundle } from './read-bundle.ts';
import { readPeopleCsv } from './read-people-csv.ts';
import { type Notes, readStackExchange } from './read-stack-exchange.ts';
import { isClean, sayReport } from './report.ts';
import { sayNotes } from './stack-exchange-notes.ts';
import { writeBundle } from './write-bundle.ts';
import { writeInto } from './write-into.ts';

export type Options = {
  readonly dryRun: boolean;
  readonly tenant: string | undefined;
  /** Where questions of a Stack Exchange dump go: an external id, our id, or a name. */
  readonly community?: string | undefined;
  readonly folder: string;
};

/** Takes a file in, and tells on the terminal what came of every record. */
export async function importCommand(file: string, { dryRun, tenant, community, folder }: Options): Promise<number> {
  return withConnection(folder, async (connection) => {
    const progress = showProgress(process.stderr);
    const notes: Notes = new Map();
    const { onProgress, done } = progress;
    const taking = { community, dryRun, notes, onProgress };
    const report = await inOrganisation(connection, { tenant, keep: !dryRun }, (organisation) =>
      importFile(connection, organisation, file, taking),
    ).finally(done);
    stdout.write(`${dryRun ? 'Dry run: nothing was kept.\n' : ''}${sayReport(report)}\n${sayNotes(notes)}`);
    return isClean(report) ? 0 : 2;
  });
}

type Taking = {
  readonly community?: string | undefined;
  readonly dryRun?: boolean;
  readonly notes?: Notes;
  readonly onProgress?: ReturnType<typeof showProgress>['onProgress'];
};

/** Takes a file into an organisation of an open database: what `npm start` does with the sample. */
export async function importFile(
  connection: Connection,
  organisation: Organisation,
  file: string,
  { community, dryRun = false, notes = new Map(), onProgress }: Taking = {},
): Promise<ImportReport> {
  const records = await recordsOf(connection, organisation, file, community, notes);
  const bundles = sqlBundleStore(connection);
  const taken = await importBundle({ bundles }, { organisationId: organisation.id, records, dryRun, onProgress });
  if (!taken.ok) throw new FileProblem(`${file}: sections must come in the order ${bundleSections.join(', ')}.`);
  return taken.value;
}

/** The reader that suits the file: a bundle, people from Entra, or questions from Stack Exchange. */
async function recordsOf(
  { db }: Connection,
  { id, tenantId }: Organisation,
  file: string,
  community: string | undefined,
  notes: Notes,
): Promise<AsyncIterable<BundleRecord>> {
  const name = file.toLowerCase();
  if (name.endsWith('.csv')) return readPeopleCsv(file, tenantId);
  if (!name.endsWith('.xml')) return readBundle(file, {});
  if (community === undefined)
    throw new FileProblem(
      'Say which community the questions go to: --community <its name, or the id that an import gave it>.',
    );
  const found = await findCommunity(db, id, community);
  if (!found)
    throw new FileProblem(
      `There is no community «${community}» in this organisation: found it first, or check the name.`,
    );
  return readStackExchange(file, { communityId: found.id }, notes);
}

/** Writes everything of one organisation as a bundle. */
export async function exportCommand(file: string | undefined, { tenant, folder }: Options): Promise<number> {
  return withConnection(folder, async (connection) => {
    const { id } = await chooseOrganisation(connection, tenant);
    const bundles = sqlBundleStore(connection);
    const name = await bundles.organisationName(id);
    const count = await writeInto(file, (out) => writeBundle(out, name, bundles.records(id)));
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
    const { community, practice, person, question, gathering } = await rebuildSearch(db, now());
    stdout.write(
      `Indexed ${community} communities, ${practice} practices, ${person} people, ${question} questions and ${gathering} gatherings.\n`,
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
