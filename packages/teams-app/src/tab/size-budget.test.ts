import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = new URL('../../dist/', import.meta.url);
const list = new URL('first-loads.json', built);
const BUDGET_KB = 200;

/** Which files each page needs when it is the first one; written by the build. */
const firstLoads = existsSync(list)
  ? Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string[]>)
  : [];

const measured = new Map<string, number>();
function brotliBytes(file: string): number {
  const known = measured.get(file) ?? brotliCompressSync(readFileSync(new URL(`tab/${file}`, built))).length;
  measured.set(file, known);
  return known;
}
const brotliKilobytes = (files: readonly string[]) =>
  files.map(brotliBytes).reduce((sum, bytes) => sum + bytes, 0) / 1024;

describe.skipIf(firstLoads.length === 0)('the production bundle (run `npm run build` first)', () => {
  it.each(firstLoads)(`opens %s in under ${BUDGET_KB} KB of brotli`, (_page, files) => {
    expect(brotliKilobytes(files)).toBeLessThan(BUDGET_KB);
  });

  it('needs neither inline scripts nor eval', () => {
    for (const page of ['index.html', 'configure.html']) {
      const html = readFileSync(new URL(`tab/${page}`, built), 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/u);
      expect(html).not.toMatch(/\son\w+=/u);
    }
    for (const file of new Set(firstLoads.flatMap(([, files]) => files))) {
      expect(readFileSync(new URL(`tab/${file}`, built), 'utf8')).not.toMatch(/\beval\(|new Function\(/u);
    }
  });
});
