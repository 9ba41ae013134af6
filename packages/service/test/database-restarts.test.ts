import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, migrateToLatest, openDatabase } from '@copse/core/sql';
import { startConnector } from '@copse/teams-app/testing';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../src/database/index.ts';
import { ended } from '../src/database/process.ts';
import { type RunningService, startService } from '../src/service.ts';
import { type Issuers, startIssuers } from './issuers.ts';
import { aCommunityThatListens } from './killed-scene.ts';

const PEOPLE = ['Mara', 'Jonas', 'Helen', 'Tomas'] as const;
const LISTENERS = 5;
const SEAL_KEY = 'dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=';
/** What is committed is written, or a database that is torn down would forget what it had acknowledged. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'on' };

let folder: string;
let database: EmbeddedDatabase;
let db: Kysely<Database>;
let connector: Awaited<ReturnType<typeof startConnector>>;
let issuers: Issuers;
let service: RunningService;
let communityId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copse-restarts-'));
  [database, connector, issuers] = await Promise.all([
    startEmbeddedDatabase({ folder, port: 0, settings }),
    startConnector(),
    startIssuers(),
  ]);
  db = openDatabase({ url: database.url, connections: 2 });
  await migrateToLatest(db);
  const config = readConfig({
    ...issuers.settings,
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    COPSE_SEAL_KEY: SEAL_KEY,
    TEAMS_APP_ID: '8b1f6f0e-9e1c-4e19-9a6d-20c5d0f3a7e1',
    BOT_APP_ID: connector.config.appId,
    BOT_APP_PASSWORD: connector.config.appPassword,
    BOT_LOGIN_URL: connector.config.loginUrl,
    BOT_SERVICE_URLS: connector.url,
  });
  const keys = { secret: config.secret, sealKey: SEAL_KEY };
  ({ communityId } = await aCommunityThatListens(db, keys, {
    people: PEOPLE,
    listeners: LISTENERS,
    serviceUrl: connector.serviceUrl,
  }));
  service = await startService(config, { tempo: { gather: 100, hold: 20_000, superviseEvery: 1 } });
});
afterAll(async () => {
  await service?.stop();
  await db?.destroy();
  await database?.stop();
  await Promise.all([connector?.close(), issuers?.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Stops PostgreSQL as an administrator does, or as a power cut does, and starts it again after a while. */
async function restart(how: 'fast' | 'immediate', away: number): Promise<void> {
  const { port } = database;
  if (how === 'immediate') {
    const postmaster = Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    process.kill(postmaster, 'SIGQUIT');
    await ended(postmaster, 20_000);
  }
  await database.stop();
  await pause(away);
  database = await startEmbeddedDatabase({ folder, port, settings });
  expect(database.port).toBe(port);
}

type Seen = {
  readonly asked: string[];
  readonly refused: { status: number; reason: unknown; retryAfter: string | null }[];
};

/** Somebody who asks one question after the other, each until it is acknowledged, with a key of its own. */
async function busy(name: string, seen: Seen, over: () => boolean): Promise<void> {
  const authorization = `Bearer ${await issuers.entra(name)}`;
  for (let count = 0; !over() && seen.asked.length < 60; count += 1) {
    const title = `How do I do ${name}-${count}-thing?`;
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const body = JSON.stringify({ communityId, title });
    for (;;) {
      const answer = await fetch(`${service.url}/api/v1/questions`, { method: 'POST', headers, body });
      if (answer.status === 201) break;
      const { reason } = (await answer.json()) as { reason?: unknown };
      seen.refused.push({ status: answer.status, reason, retryAfter: answer.headers.get('retry-after') });
      await pause(100);
    }
    seen.asked.push(title);
    await pause(60);
  }
}

const unfinished = async () => {
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM outbox WHERE relayed_at IS NULL)
      + (SELECT count(*) FROM jobs.job_common WHERE name IN ('announce', 'consult') AND state < 'completed')
      + (SELECT count(*) FROM notification WHERE state IN ('queued', 'held', 'sending')) AS count
  `.execute(db);
  return rows[0]?.count ?? 0;
};

it(
  'while the database is restarted under load, requests say «not now», and then all goes on by itself',
  { timeout: 150_000 },
  async () => {
    const seen: Seen = { asked: [], refused: [] };
    let over = false;
    const people = PEOPLE.map((name) => busy(name, seen, () => over));
    for (const [how, away] of [
      ['fast', 800],
      ['immediate', 300],
      ['immediate', 1200],
      ['fast', 100],
    ] as const) {
      await pause(1200);
      await restart(how, away);
    }
    await pause(1000);
    over = true;
    await Promise.all(people);

    expect(seen.refused.length).toBeGreaterThan(0);
    const unkind = seen.refused.filter(
      ({ status, reason, retryAfter }) =>
        retryAfter === null ||
        !((status === 503 && reason === 'unavailable') || (status === 409 && reason === 'key-in-use')),
    );
    expect(unkind).toEqual([]);

    // The relay, the jobs and the messages are back, without anybody's doing.
    await expect.poll(unfinished, { timeout: 60_000, interval: 250 }).toBe(0);
    const titles = (await db.selectFrom('question').select('title').execute()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(seen.asked.toSorted());
    const { rows } = await sql<{ title: string; state: string; count: number }>`
      SELECT title, notification.state, failure, count(*) FROM notification JOIN question ON question.id = subject_id
      JOIN person ON person.id = recipient_id AND person.name = 'Somebody' WHERE what = 'question-asked'
      GROUP BY 1, 2, 3
    `.execute(db);
    expect(rows.map(({ title, state, count }) => ({ title, state, count }))).toEqual(
      rows.map(({ title }) => ({ title, state: 'sent', count: LISTENERS })),
    );
    expect(rows).toHaveLength(titles.length);
    // Nothing was on its way that Teams did not answer, so nothing may have come twice.
    const messages = await db.selectFrom('message').select(['activity_id', 'unsure']).execute();
    expect(connector.taken).toHaveLength(messages.filter(({ activity_id }) => activity_id !== null).length);

    // What happens from now on is told as quickly as before.
    const before = connector.taken.length;
    await busy('Mara', { asked: seen.asked.splice(0, 0), refused: [] }, doneAfterOne());
    await expect.poll(() => connector.taken.length, { timeout: 15_000 }).toBeGreaterThan(before);
  },
);

const doneAfterOne = () => {
  let asked = 0;
  return () => (asked += 1) > 1;
};
