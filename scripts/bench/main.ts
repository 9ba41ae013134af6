import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateToLatest, openDatabase } from '@copse/core/sql';
import { sql } from 'kysely';
import { startEmbeddedDatabase } from '@copse/service/database';
import { SERVICE_HEAP } from '../bootstrap/heap.mjs';
import { fill, type Size } from './data.ts';
import { drive } from './drive.ts';
import { startIssuer } from './issuer.ts';
import { line, middle, report, type Row } from './report.ts';
import { actorOf, PEOPLE, personOf, questionRoutes, recordingCore, routes } from './statements.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    /** Only these sizes, such as `small`. */
    only: { type: 'string', multiple: true },
    callers: { type: 'string', default: '16' },
    out: { type: 'string', default: 'bench/results.json' },
  },
});
const seconds = Number(options.seconds);
const callers = Number(options.callers);
const SIZES: readonly (Size & { readonly name: string })[] = [
  { name: 'small', people: 1000, communities: 100, memberships: 5000, practices: 2000, questions: 10_000 },
  { name: 'middle', people: 10_000, communities: 300, memberships: 50_000, practices: 6000, questions: 50_000 },
  { name: 'large', people: 100_000, communities: 1000, memberships: 500_000, practices: 20_000, questions: 200_000 },
];
/** Different addresses that the load goes round. */
const ADDRESSES = 320;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const say = (text: string) => process.stderr.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'copse-bench-'));

/** A child that prints its origin when it listens. */
async function start(file: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...SERVICE_HEAP, here(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    if (!line.startsWith('http')) continue;
    child.stdout.resume();
    return { origin: line.trim(), pid: child.pid as number, stop: () => end(child) };
  }
  throw new Error(`${file} ended before it listened`);
}

const end = (child: ReturnType<typeof spawn>) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** The resident memory of a process in MB. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

/** Writes down which statements stand behind each address, as Copse runs them. */
async function statementsFor(url: string, size: Size): Promise<string> {
  const recording = recordingCore(url);
  const byPath: Record<string, unknown> = {};
  for (const route of [...routes, ...questionRoutes]) {
    for (let n = 0; n < ADDRESSES; n += 1) {
      recording.take();
      const person = personOf(n, size);
      await route.ask(recording.core, actorOf(person), n, size, person);
      byPath[`${route.body ? 'POST' : 'GET'} ${route.path(n, size)}`] = recording.take();
    }
  }
  await recording.close();
  const file = join(folder, `statements-${size.people}.json`);
  writeFileSync(file, JSON.stringify(byPath));
  return file;
}

async function measure(
  size: Size & { readonly name: string },
  url: string,
  issuer: Awaited<ReturnType<typeof startIssuer>>,
) {
  const floor = await start('floor.ts', [await statementsFor(url, size), url]);
  const service = await start('service.ts', [], issuer.environment(url));
  const tokens = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => issuer.tokenFor(personOf(n, size))));
  const rows: Row[] = [];
  try {
    // The curve is about questions; the others are measured at both ends, as ever. Writes come last.
    for (const route of size.name === 'middle' ? questionRoutes : [...routes, ...questionRoutes]) {
      const addresses = Array.from({ length: ADDRESSES }, (_, n) => route.path(n, size));
      const bodies = route.body && Array.from({ length: ADDRESSES }, (_, n) => JSON.stringify(route.body?.(n, size)));
      const body = bodies && ((n: number) => bodies[n % ADDRESSES] as string);
      const copse = (time: number) =>
        drive({
          origin: service.origin,
          paths: addresses.map((path) => path.replace(/[?&]for=\d+$/u, '')),
          body,
          headers: (n) => ({ authorization: `Bearer ${tokens[n % PEOPLE]}` }),
          callers,
          seconds: time,
        });
      const bare = (time: number) =>
        drive({
          origin: floor.origin,
          paths: addresses,
          body,
          callers,
          seconds: time,
        });
      await copse(1);
      await bare(1);
      // Taken in turns, so that what else the machine does meets both.
      const measured = { copse: [await copse(seconds / 2)], floor: [await bare(seconds / 2)] };
      measured.copse.push(await copse(seconds / 2));
      measured.floor.push(await bare(seconds / 2));
      rows.push({ size: size.name, route: route.name, copse: middle(measured.copse), floor: middle(measured.floor) });
      say(`  ${size.name} ${route.name}: ${line(rows.at(-1) as Row)}`);
    }
    return { rows, memory: memoryOf(service.pid) };
  } finally {
    await service.stop();
    await floor.stop();
  }
}

say('» Starting PostgreSQL in a folder of its own');
const server = await startEmbeddedDatabase({
  folder,
  port: 0,
  settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
});
const issuer = await startIssuer();
const results: { rows: Row[]; memory: Record<string, number> } = { rows: [], memory: {} };
try {
  for (const size of SIZES.filter(({ name }) => options.only?.includes(name) ?? true)) {
    const url = server.url.replace(/\/copse$/u, `/bench_${size.name}`);
    const admin = openDatabase({ url: server.url });
    await createDatabase(admin, `bench_${size.name}`);
    await admin.destroy();
    say(
      `» Making ${size.people.toLocaleString('en')} people, ${size.memberships.toLocaleString('en')} memberships, ${size.questions.toLocaleString('en')} questions`,
    );
    const db = openDatabase({ url });
    await migrateToLatest(db);
    await fill(db, size);
    await db.destroy();
    const { rows, memory } = await measure(size, url, issuer);
    results.rows.push(...rows);
    results.memory[size.name] = memory;
  }
} finally {
  issuer.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (!report({ ...results, callers, seconds, sizes: SIZES }, options.out)) process.exitCode = 1;

async function createDatabase(admin: ReturnType<typeof openDatabase>, name: string) {
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin);
}
