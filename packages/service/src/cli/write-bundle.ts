import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { BUNDLE_FORMAT, type BundleRecord, bundleSections } from '@copse/core/bundle';

/** Writes a bundle record by record, one line each, and waits where the reader is slower. */
export async function writeBundle(
  out: Writable,
  organisation: string | undefined,
  records: AsyncIterable<BundleRecord>,
): Promise<number> {
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await put(`{\n"format": ${JSON.stringify(BUNDLE_FORMAT)}`);
  if (organisation) await put(`,\n"organisation": ${JSON.stringify({ name: organisation })}`);
  let count = 0;
  let open = -1;
  for await (const { section, value } of records) {
    const at = bundleSections.indexOf(section);
    if (at !== open) await put(`${open < 0 ? '' : '\n]'},\n${JSON.stringify(section)}: [\n`);
    else await put(',\n');
    open = at;
    await put(JSON.stringify(value));
    count += 1;
  }
  await put(`${open < 0 ? '' : '\n]'}\n}\n`);
  return count;
}
