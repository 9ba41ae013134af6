import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import type { Size } from './data.ts';
import type { Measured } from './drive.ts';

export type Row = { readonly size: string; readonly route: string; readonly copse: Measured; readonly floor: Measured };

export type Results = {
  readonly rows: readonly Row[];
  /** Resident megabytes of the service after the load, by size. */
  readonly memory: Readonly<Record<string, number>>;
  readonly callers: number;
  readonly seconds: number;
  readonly sizes: readonly (Size & { readonly name: string })[];
};

/** The mean of several runs of the same load. */
export function middle(runs: readonly Measured[]): Measured {
  const mean = (of: (run: Measured) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    rate: mean(({ rate }) => rate),
    p50: mean(({ p50 }) => p50),
    p99: mean(({ p99 }) => p99),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    bytes: mean(({ bytes }) => bytes),
  };
}

/** One row in words, while the bench goes on. */
export const line = ({ copse, floor }: Row) =>
  `${copse.rate.toFixed(0)} req/s, p50 ${copse.p50.toFixed(2)} ms, p99 ${copse.p99.toFixed(2)} ms; floor ${floor.rate.toFixed(0)} req/s; ratio ${(copse.rate / floor.rate).toFixed(2)}${copse.failed + floor.failed ? `; FAILED ${copse.failed}/${floor.failed}` : ''}`;

/** Prints the table and writes everything to a file; false when a request failed, because then no figure counts. */
export function report({ rows, memory, ...about }: Results, out: string): boolean {
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  const head = [
    'size'.padEnd(6),
    'route'.padEnd(17),
    ...['req/s', 'p50 ms', 'p99 ms', 'floor', 'ratio'].map((name) => cell(name, 8)),
  ];
  console.log(`\n${head.join(' ')}`);
  for (const { size, route, copse, floor } of rows) {
    const cells = [
      copse.rate.toFixed(0),
      copse.p50.toFixed(2),
      copse.p99.toFixed(2),
      floor.rate.toFixed(0),
      (copse.rate / floor.rate).toFixed(2),
    ];
    console.log([size.padEnd(6), route.padEnd(17), ...cells.map((text) => cell(text, 8))].join(' '));
  }
  const p50 = (size: string, route: string) =>
    rows.find((row) => row.size === size && row.route === route)?.copse.p50 ?? Number.NaN;
  const curve = about.sizes.map(({ questions }) => questions);
  const curves = [...new Set(rows.filter(({ size }) => size === 'middle').map(({ route }) => route))].map((route) => ({
    route,
    p50: about.sizes.map(({ name }) => p50(name, route)),
  }));
  const names = [...new Set(rows.map(({ route }) => route))];
  const growth = names.map((name) => ({ route: name, largeToSmall: p50('large', name) / p50('small', name) }));
  console.log(
    `\np50 with 100,000 people ÷ with 1,000: ${growth.map(({ route, largeToSmall }) => `${route} ${largeToSmall.toFixed(2)}`).join(', ')}`,
  );
  for (const { route, p50: points } of curves) {
    const steps = points.map((point, n) => `${curve[n]?.toLocaleString('en')}: ${point.toFixed(2)} ms`);
    console.log(`p50 of «${route}» by questions: ${steps.join(', ')}`);
  }
  console.log(
    `Memory of the service after the load: ${Object.entries(memory)
      .map(([size, mb]) => `${size} ${mb.toFixed(0)} MB`)
      .join(', ')}`,
  );
  const failed = rows.reduce((sum, { copse, floor }) => sum + copse.failed + floor.failed, 0);
  if (failed > 0) console.log(`${failed} requests failed: these figures mean nothing.`);
  mkdirSync(dirname(out), { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const written = { at: new Date().toISOString(), commit, machine, ...about, growth, curves, rows, memory };
  writeFileSync(out, `${JSON.stringify(written, undefined, 2)}\n`);
  console.log(`Written to ${out}.`);
  return failed === 0;
}
