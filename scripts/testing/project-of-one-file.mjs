import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { checkStructure } from '../check-structure.mjs';

/** Answers a function that writes a file into an otherwise empty project and tells what the structure check says. */
export function projectOfOneFile() {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'copse-structure-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  return (path, source) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
    return checkStructure(root).problems;
  };
}
