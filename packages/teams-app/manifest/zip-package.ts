import { zipSync, type Zippable } from 'fflate';
import type { PackageFiles } from './package-files.ts';

/** The earliest day a zip entry can name, built from local parts because the format has no time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 12, 0, 0);

/**
 * Zips the files so that the same files give the same bytes, on any day and on any machine.
 *
 * Names are sorted, times fixed, and the entries claim no operating system and no file mode.
 */
export function zipPackage(files: PackageFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[name] = [new Uint8Array(bytes), { mtime: FIXED_TIME, level: 9, os: 0, attrs: 0 }];
  }
  return zipSync(entries);
}
