import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { type Figure, isMet, lineOf, rounded } from './figures.ts';

export type PartResult = { readonly name: string; readonly about: string; readonly figures: readonly Figure[] };

type Written = { readonly about: string; readonly parts: Readonly<Record<string, unknown>> };

const ABOUT =
  'Written by `npm run bench`. Each part says when, of which commit and on which machine it was measured, and the load of the machine over the last five minutes (its number of processors is a busy one); `npm run bench -- --part <name>` measures one anew and leaves the others as they are.';

const commit = () => {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'packages', 'scripts') ? ' and changes' : ''}`;
};

const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;

/** Prints what a part has found. */
export function print({ name, about, figures }: PartResult): void {
  console.log(`\n${name}: ${about}`);
  for (const figure of figures) console.log(`  ${lineOf(figure)}`);
}

/** Puts it into the file, beside what other parts have found before. Parts stand in the order of `names`. */
export function write(file: string, { name, about, figures }: PartResult, names: readonly string[]): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Written).parts : {};
  const measured = {
    about,
    at: new Date().toISOString().slice(0, 16),
    commit: commit(),
    machine: machine(),
    load: rounded(loadavg()[1] ?? 0),
    figures: Object.fromEntries(figures.map((figure) => [figure.what, written(figure)])),
  };
  const all: Readonly<Record<string, unknown>> = { ...before, [name]: measured };
  const parts = Object.fromEntries(names.filter((one) => one in all).map((one) => [one, all[one]]));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ about: ABOUT, parts }, undefined, 2)}\n`);
}

function written(figure: Figure) {
  const { value, unit, atLeast, atMost } = figure;
  return {
    value: rounded(value),
    ...(unit ? { unit } : {}),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
    ...(atLeast === undefined && atMost === undefined ? {} : { met: isMet(figure) }),
  };
}
