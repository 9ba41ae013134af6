import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { OrganisationId } from '../kernel/ids.ts';
import { inputWords } from '../kernel/words-contract.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import {
  bundleAnswer,
  bundleComment,
  bundleCommunity,
  bundleGathering,
  bundleMembership,
  bundlePerson,
  bundlePractice,
  bundleQuestion,
  type BundleSection,
} from './contract.ts';
import type { BundleProgress, BundleStore, BundleWriter } from './ports.ts';
import {
  addOutcomes,
  type BundleRecord,
  type Checked,
  emptyReport,
  type ImportReport,
  mayFollow,
  type Written,
} from './record.ts';

/** Records that travel to the database together. */
const BATCH = 250;

type Input = {
  readonly organisationId: OrganisationId;
  readonly records: AsyncIterable<BundleRecord>;
  /** Do everything, tell what came of it, and keep nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: BundleProgress | undefined;
};

/**
 * Takes a bundle in, all of it or nothing.
 *
 * A record that cannot be taken (wrong shape, unknown reference) is rejected with its place and the reason, and the
 * others go on; a stream that breaks (a truncated file) throws, and nothing is kept. Needs memory for one batch, not
 * for the file.
 */
export async function importBundle(
  { bundles }: { readonly bundles: BundleStore },
  { organisationId, records, dryRun, onProgress }: Input,
): Promise<Result<ImportReport, 'sections-out-of-order'>> {
  return bundles.inOneGo(organisationId, !dryRun, async (writer) => {
    let report = emptyReport;
    let section: BundleSection = 'people';
    let batch: BundleRecord[] = [];
    const flush = async () => {
      report = addOutcomes(report, section, await writeBatch(writer, section, batch));
      if (batch.length > 0) onProgress?.({ section, records: batch.length });
      batch = [];
    };
    for await (const record of records) {
      if (!mayFollow(section, record.section)) return refuse('sections-out-of-order');
      if (record.section !== section || batch.length >= BATCH) await flush();
      section = record.section;
      batch.push(record);
    }
    await flush();
    const tied = addOutcomes(report, 'people', await writer.tiePeople());
    return ok(addOutcomes(tied, 'questions', await writer.tie()));
  });
}

function writeBatch(writer: BundleWriter, section: BundleSection, batch: readonly BundleRecord[]): Promise<Written[]> {
  switch (section) {
    case 'people':
      return write(batch, bundlePerson, ({ externalId }) => externalId, writer.people);
    case 'communities':
      return write(batch, bundleCommunity, ({ externalId }) => externalId, writer.communities);
    case 'memberships':
      return write(batch, bundleMembership, ({ community, person }) => `${community} ${person}`, writer.memberships);
    case 'practices':
      return write(batch, bundlePractice, ({ externalId }) => externalId, writer.practices);
    case 'questions':
      return write(batch, bundleQuestion, ({ externalId }) => externalId, writer.questions);
    case 'answers':
      return write(batch, bundleAnswer, ({ externalId }) => externalId, writer.answers);
    case 'comments':
      return write(batch, bundleComment, ({ externalId }) => externalId, writer.comments);
    case 'gatherings':
      return write(batch, bundleGathering, ({ externalId }) => externalId, writer.gatherings);
  }
}

/** Which field it is, and what is wrong with it. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
  const fields = issue.keys.map((key) => [...issue.path, key].join('.')).join(', ');
  return `${fields}: there is no such field. The schema of the bundle tells which there are.`;
}

/** Checks each record of a batch, writes those that hold, and answers for all. */
function write<Schema extends z.ZodType>(
  batch: readonly BundleRecord[],
  schema: Schema,
  nameOf: (value: z.output<Schema>) => string,
  writeAll: (checked: readonly Checked<z.output<Schema>>[]) => Promise<Written[]>,
): Promise<Written[]> {
  const rejected: Written[] = [];
  const checked: Checked<z.output<Schema>>[] = [];
  for (const { section, index, value, place = `${section}[${index}]` } of batch) {
    const parsed = schema.safeParse(value, { error: inputWords });
    if (parsed.success) {
      const hash = createHash('sha256').update(JSON.stringify(parsed.data)).digest();
      checked.push({ place, externalId: nameOf(parsed.data), hash, value: parsed.data });
    } else {
      const reasons = parsed.error.issues.slice(0, 3).map(reasonOf);
      rejected.push({ place, outcome: 'rejected', reason: reasons.join('; ') });
    }
  }
  return checked.length === 0
    ? Promise.resolve(rejected)
    : writeAll(checked).then((written) => [...rejected, ...written]);
}
