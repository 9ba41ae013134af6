import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, migrateToLatest, openDatabase } from '@copse/core/sql';
import { startEmbeddedDatabase } from '@copse/service/database';
import { type Kysely, sql } from 'kysely';
import { SERVICE_ENVIRONMENT, SERVICE_FLAGS } from '../bootstrap/service-flags.mjs';
import { fill, type Size } from './data.ts';
import { startIssuer } from './issuer.ts';
import { addQuestions } from './questions-data.ts';

/** A filled database. */
export type Place = { readonly name: string; readonly url: string; readonly size: Size };

export type Child = {
  /** What it printed as its first line: where it listens, if it does. */
  readonly origin: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

type Starting = { readonly env: Record<string, string>; readonly log: string };

/** The service as it runs in production, in a process of its own, so that its memory and its core are its own. */
export const SERVICE = '../../packages/service/dist/main.js';

export type World = {
  readonly folder: string;
  readonly say: (text: string) => void;
  readonly issuer: Awaited<ReturnType<typeof startIssuer>>;
  /** 100,000 people and at least so many questions: made when first asked for, and growing from part to part. */
  readonly many: (questions: number) => Promise<Place>;
  /** The same communities and practices with 1,000 people. */
  readonly few: () => Promise<Place>;
  /** An empty database. */
  readonly empty: (name: string) => Promise<string>;
  /** Starts a file of this folder as a process of its own, and waits until it prints where it listens. */
  readonly start: (file: string, args: readonly string[], env?: Record<string, string>) => Promise<Child>;
  readonly close: () => Promise<void>;
};

const MANY: Size = { people: 100_000, communities: 1000, memberships: 500_000, practices: 20_000, questions: 0 };
/** Differs from the above in people and their memberships only. */
const FEW: Size = { ...MANY, people: 1000, memberships: 5000 };
export const FEWEST_QUESTIONS = 10_000;
export const MOST_QUESTIONS = 200_000;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const number = (count: number) => count.toLocaleString('en');

/** What the parts of the bench share: PostgreSQL in a folder of its own, filled databases, an issuer, processes. */
export async function openWorld(say: (text: string) => void): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'copse-bench-'));
  say('» Starting PostgreSQL in a folder of its own');
  const server = await startEmbeddedDatabase({
    folder,
    port: 0,
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  const issuer = await startIssuer();
  const running = new Set<Child>();

  async function empty(name: string): Promise<string> {
    const admin = openDatabase({ url: server.url });
    await sql`CREATE DATABASE ${sql.id(`bench_${name}`)}`.execute(admin);
    await admin.destroy();
    const url = server.url.replace(/\/copse$/u, `/bench_${name}`);
    await using(url, (db) => migrateToLatest(db));
    return url;
  }
  async function make(name: string, size: Size): Promise<Place> {
    say(`» Making ${number(size.people)} people, ${number(size.memberships)} memberships`);
    const url = await empty(name);
    await using(url, (db) => fill(db, size));
    return { name, url, size };
  }
  async function grow(place: Place, questions: number): Promise<Place> {
    if (place.size.questions >= questions) return place;
    say(`» Making ${number(questions - place.size.questions)} questions`);
    await using(place.url, (db) => addQuestions(db, place.size, questions));
    return { ...place, size: { ...place.size, questions } };
  }
  let started = 0;
  let many: Place | undefined;
  let few: Place | undefined;

  return {
    folder,
    say,
    issuer,
    empty,
    many: async (questions) => (many = await grow(many ?? (await make('many', MANY)), questions)),
    few: async () => (few ??= await grow(await make('few', FEW), FEWEST_QUESTIONS)),
    async start(file, args, env = {}) {
      const log = join(folder, `printed-${(started += 1)}.log`);
      const child = await startChild(here(file), args, { env, log });
      running.add(child);
      return { ...child, stop: async () => void (running.delete(child) && (await child.stop())) };
    },
    async close() {
      await Promise.all([...running].map((child) => child.stop()));
      issuer.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function using<Answer>(url: string, work: (db: Kysely<Database>) => Promise<Answer>): Promise<Answer> {
  const db = openDatabase({ url });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** What it prints goes to a file: reading the lines of a log would be work of the process that measures. */
async function startChild(file: string, args: readonly string[], { env, log }: Starting): Promise<Child> {
  const printed = openSync(log, 'w');
  const child = spawn(process.execPath, [...SERVICE_FLAGS, file, ...args], {
    stdio: ['ignore', printed, 'inherit'],
    env: { ...process.env, ...SERVICE_ENVIRONMENT, ...env },
  });
  closeSync(printed);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const lines = () => readFileSync(log, 'utf8').split('\n').slice(0, -1);
  const stop = async () => {
    const ended = hasEnded() ? undefined : once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    for (const line of lines()) if (/"level":"(?:error|fatal)"/u.test(line)) process.stderr.write(`${line}\n`);
  };
  for (;;) {
    const origin = lines().map(originIn).find(Boolean);
    if (origin !== undefined) return { origin, pid: child.pid as number, stop };
    if (hasEnded()) throw new Error(`${file} ended before it was ready`);
    await pause(20);
  }
}

/** What helps us prints its origin; the service tells of it in its log, in JSON. */
const originIn = (line: string) =>
  line.startsWith('{') ? /"msg":"listening at ([^"]+)"/u.exec(line)?.[1] : line.trim();

/** The resident memory of a process in MB. */
export const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

const TICK_MS = 10;

/** The processor time that a process has taken so far, in ms. Unlike a rate it says little of what else was running. */
export function processorTimeOf(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
}
