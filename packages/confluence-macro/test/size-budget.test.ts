import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Compressed bytes, scripts and styles together, that a page may cost before it shows what it is there for. */
const BUDGET = 90 * 1024;

/** The writer of Markdown and the writer of pages. */
const WRITES_PAGES = /bulletOther|atlas_doc_format/u;

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const brotli = (path: string) => brotliCompressSync(readFileSync(path)).length;
const filesOf = (resource: string, end: RegExp) =>
  readdirSync(join(dist, resource))
    .filter((file) => end.test(file))
    .map((file) => join(dist, resource, file));

/** What index.html names itself: loaded before anything is shown. */
function firstLoad(resource: string): number {
  const html = readFileSync(join(dist, resource, 'index.html'), 'utf8');
  return filesOf(resource, /\.(?:js|css)$/u)
    .filter((path) => html.includes(path.slice(path.lastIndexOf('/') + 1)))
    .reduce((sum, path) => sum + brotli(path), 0);
}

describe.runIf(existsSync(dist))('what was built', () => {
  it.each(['view', 'config', 'settings'])('loads %s within the budget', (resource) => {
    const size = firstLoad(resource);
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThan(BUDGET);
  });

  it('stays within the budget even where Markdown has to be shown first', () => {
    const html = readFileSync(join(dist, 'view', 'index.html'), 'utf8');
    // What reads and writes whole pages has a parser of its own; it is loaded when somebody publishes.
    const markdown = filesOf('view', /\.js$/u).filter((path) => {
      const script = readFileSync(path, 'utf8');
      const later = !html.includes(path.slice(path.lastIndexOf('/') + 1)) && !WRITES_PAGES.test(script);
      return later && /blockquote|thematicBreak/u.test(script);
    });
    expect(markdown.length).toBeGreaterThan(0);
    expect(firstLoad('view') + markdown.reduce((sum, path) => sum + brotli(path), 0)).toBeLessThan(BUDGET);
  });

  it('loads what publishes a page only when somebody does', () => {
    const writing = filesOf('view', /\.js$/u).filter((path) => WRITES_PAGES.test(readFileSync(path, 'utf8')));
    const html = readFileSync(join(dist, 'view', 'index.html'), 'utf8');
    expect(writing.length).toBeGreaterThan(0);
    expect(writing.filter((path) => html.includes(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
    expect(writing.reduce((sum, path) => sum + brotli(path), 0)).toBeLessThan(BUDGET - 40 * 1024);
  });

  it.each(['view', 'config', 'settings'])('runs %s under a policy without inline code and eval', (resource) => {
    const html = readFileSync(join(dist, resource, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|javascript:/iu);
    for (const path of filesOf(resource, /\.js$/u)) {
      expect(readFileSync(path, 'utf8')).not.toMatch(/\beval\(|new Function\(/u);
    }
  });

  it('keeps zod out of the browser', () => {
    for (const path of ['view', 'config', 'settings'].flatMap((resource) => filesOf(resource, /\.js$/u))) {
      expect(readFileSync(path, 'utf8')).not.toContain('ZodError');
    }
  });
});
