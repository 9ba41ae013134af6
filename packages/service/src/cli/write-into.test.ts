import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FileProblem } from './file-problem.ts';
import { writeInto } from './write-into.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'copse-write-'))));
afterAll(() => rm(folder, { recursive: true }));

const all = async (out: Writable) => void out.write('all of it');

it('the file is there when all of it is, and an earlier one stays whole until then', async () => {
  const file = join(folder, 'bundle.json');
  await writeFile(file, 'the earlier one');
  const broken = writeInto(file, async (out) => {
    out.write('half');
    throw new Error('the database went away');
  });
  await expect(broken).rejects.toThrow('the database went away');
  expect(await readFile(file, 'utf8')).toBe('the earlier one');

  await writeInto(file, all);
  expect(await readFile(file, 'utf8')).toBe('all of it');
  expect(await readdir(folder)).toEqual(['bundle.json']);
});

it.each([
  ['no folder', () => join(folder, 'nowhere', 'bundle.json'), /^There is no folder for .*bundle\.json/],
  ['a folder of that name', () => folder, /is a folder, not a file/],
])('a place with %s is told of in a sentence', async (_what, file, words) => {
  const writing = writeInto(file(), all);
  await expect(writing).rejects.toBeInstanceOf(FileProblem);
  await expect(writing).rejects.toThrow(words);
});

it.skipIf(!existsSync('/dev/full'))('a full disk is told of in a sentence', async () => {
  await expect(writeInto('/dev/full', all)).rejects.toThrow(/The disk .* is full/);
});
