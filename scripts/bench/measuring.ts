import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@copse/core/sql';
import { sql } from 'kysely';
import { ADDRESSES, PEOPLE, personOf, type Route } from './addresses.ts';
import { drive, type Measured } from './drive.ts';
import { recordStatements } from './recording.ts';
import { memoryOf, type Place, SERVICE, type World } from './world.ts';

/** Somebody who can be asked for a route again and again. */
export type Asked = (route: Route, seconds: number) => Promise<Measured>;

export const CALLERS = 16;

/** The service on a filled database, with a signed token for each of the people whom the load goes round. */
export async function startCopse(world: World, { url, size }: Place) {
  const service = await world.start(SERVICE, [], world.issuer.environment(url));
  const tokens = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => world.issuer.tokenFor(personOf(n, size))));
  const ask: Asked = (route, seconds) =>
    drive({
      ...loadOf(route, { size }),
      origin: service.origin,
      paths: addressesOf(route, { size }).map((path) => path.replace(/[?&]for=\d+$/u, '')),
      headers: (n) => ({ authorization: `Bearer ${tokens[n % PEOPLE]}` }),
      seconds,
    });
  const stop = async () => {
    await followedUp(url);
    await service.stop();
  };
  return { ask, memory: () => memoryOf(service.pid), stop };
}

const PATIENCE_MS = 300_000;

/** Waits until what was written has been followed up: what is measured next would be measured beside it. */
async function followedUp(url: string): Promise<void> {
  const db = openDatabase({ url, connections: 1 });
  const end = performance.now() + PATIENCE_MS;
  let waiting = true;
  while (waiting && performance.now() < end) {
    const { rows } = await sql<{ waiting: boolean }>`
      SELECT EXISTS (SELECT FROM outbox WHERE relayed_at IS NULL AND tries = 0)
        OR EXISTS (SELECT FROM jobs.job WHERE state IN ('created', 'active') AND start_after <= now()) AS waiting
    `.execute(db);
    waiting = rows[0]?.waiting ?? false;
    if (waiting) await pause(500);
  }
  await db.destroy();
}

/** The floor on the same database: bare node:http and pg with the statements that Copse runs for these routes. */
export async function startFloor(world: World, { name, url, size }: Place, routes: readonly Route[]) {
  const file = join(world.folder, `statements-${name}-${size.questions}.json`);
  await recordStatements(url, { routes, size, file });
  const floor = await world.start('floor.ts', [file, url]);
  const ask: Asked = (route, seconds) =>
    drive({ ...loadOf(route, { size }), origin: floor.origin, paths: addressesOf(route, { size }), seconds });
  return { ask, stop: floor.stop };
}

const addressesOf = (route: Route, { size }: Pick<Place, 'size'>) =>
  Array.from({ length: ADDRESSES }, (_, n) => route.path(n, size));

function loadOf({ body }: Route, { size }: Pick<Place, 'size'>) {
  const bodies = body && Array.from({ length: ADDRESSES }, (_, n) => JSON.stringify(body(n, size)));
  return { callers: CALLERS, body: bodies && ((n: number) => bodies[n % ADDRESSES] as string) };
}

/**
 * Until what runs often is compiled: the service has more of it than the floor, and whatever is measured first would bear
 * that for all. After two seconds of each route a community page had 0.54 of the floor's rate, after four of its own 0.62.
 */
const WARM_S = 5;
/** What is written has to be followed up before anything else is measured. */
const WARM_WRITING_S = 2;
const warmOf = ({ body }: Route) => (body ? WARM_WRITING_S : WARM_S);

/** Reads of all of these routes, until they are warm. */
export async function warmUp(all: readonly Asked[], routes: readonly Route[]) {
  for (const ask of all) for (const route of routes) if (!route.body) await ask(route, WARM_S);
}

/**
 * Asks each of them for a route, warm, in turns and several times, so that what else the machine does meets all alike.
 * Answers the mean for each.
 */
export async function inTurns(
  all: readonly Asked[],
  route: Route,
  { seconds = 4, turns = 2, warm = warmOf(route) } = {},
) {
  const runs = all.map((): Measured[] => []);
  for (const ask of all) await ask(route, warm);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [at, ask] of all.entries()) runs[at]?.push(await ask(route, seconds / turns));
  }
  const means = runs.map(mean);
  const failed = means.reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0) throw new Error(`${failed} requests for «${route.name}» failed: its figures would mean nothing`);
  return means;
}

function mean(runs: readonly Measured[]): Measured {
  const of = (pick: (run: Measured) => number) => runs.reduce((sum, run) => sum + pick(run), 0) / runs.length;
  return {
    rate: of(({ rate }) => rate),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    failed: of(({ failed }) => failed) * runs.length,
    count: of(({ count }) => count) * runs.length,
    bytes: of(({ bytes }) => bytes),
  };
}
