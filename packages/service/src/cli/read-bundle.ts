import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { BUNDLE_FORMAT, type BundleRecord, type BundleSection, bundleSections } from '@copse/core/bundle';
import { JSONParser } from '@streamparser/json-node';
import { converterHint } from './converters.ts';
import { FileProblem } from './file-problem.ts';

/** What a bundle says about itself beside its records. */
export type BundleHeader = { format?: unknown; organisation?: { name?: string } };

type Parsed = {
  readonly value: unknown;
  readonly key: string | number | undefined;
  readonly stack: readonly { readonly key: string | number | undefined }[];
};

const sections = new Set<string>(bundleSections);

/**
 * Reads a bundle as a stream of records, one at a time, whatever the size of the file.
 *
 * `header` is filled as its fields go by. A file that is no bundle, is cut off or is no JSON throws FileProblem.
 */
export async function* readBundle(path: string, header: BundleHeader): AsyncGenerator<BundleRecord> {
  const parser = new JSONParser({
    paths: ['$.format', '$.organisation', ...bundleSections.map((section) => `$.${section}.*`)],
    keepStack: false,
  });
  const read = { bytes: 0 };
  const file = createReadStream(path).on('data', (chunk) => (read.bytes += chunk.length));
  const parsed = pipeline(file, parser, () => {});
  try {
    for await (const entry of parsed as AsyncIterable<Parsed>) {
      const name = String(entry.stack.at(1)?.key ?? entry.key);
      if (sections.has(name) && typeof entry.key === 'number') {
        if (header.format !== BUNDLE_FORMAT) throw noBundle(path, header);
        yield { section: name as BundleSection, index: entry.key, value: entry.value };
      } else if (name === 'format') {
        header.format = entry.value;
      } else if (name === 'organisation') {
        header.organisation = entry.value as { name?: string };
      }
    }
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw explain(error, path, read.bytes);
  } finally {
    file.destroy();
  }
  if (header.format !== BUNDLE_FORMAT) throw noBundle(path, header);
}

const noBundle = (path: string, { format }: BundleHeader) =>
  new FileProblem(
    typeof format === 'string'
      ? `${path} says that its format is «${format.slice(0, 60)}»; this Copse reads «${BUNDLE_FORMAT}».`
      : `${path} is no bundle: it must begin with {"format": "${BUNDLE_FORMAT}", …}, before any section.${converterHint(path)}`,
  );

function explain(error: unknown, path: string, bytes: number): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new FileProblem(`There is no file ${path}.`);
  if (code === 'EISDIR') return new FileProblem(`${path} is a folder, not a file.`);
  if (code === 'EACCES') return new FileProblem(`${path} may not be read by you.`);
  return new FileProblem(
    `${path} is not whole JSON: it breaks off or goes wrong near byte ${bytes} (${message}).${converterHint(path)}`,
  );
}
