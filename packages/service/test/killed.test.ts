import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Actor, type Core, createCore, entraAccount, type OrganisationId, type PersonId } from '@copse/core';
import { testDatabase } from '@copse/core/testing';
import { type Mishap, startConnector } from '@copse/teams-app/testing';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';

const db = testDatabase();
const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const SEAL_KEY = 'dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=';
const SECRET = 'workbench-only-secret-for-local-use-0000';
const TENANT = '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4';

type Connector = Awaited<ReturnType<typeof startConnector>>;
let connector: Connector;
let running: ChildProcess[] = [];

beforeEach(async () => {
  connector = await startConnector({ perSecond: 50 });
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await connector.close();
});

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [worker], {
    env: {
      PATH: process.env['PATH'],
      COPSE_MODE: 'workbench',
      DATABASE_URL: db.url(),
      COPSE_SECRET: SECRET,
      COPSE_SEAL_KEY: SEAL_KEY,
      ENTRA_CLIENT_ID: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
      ENTRA_TENANT_IDS: TENANT,
      TEAMS_APP_ID: '8b1f6f0e-9e1c-4e19-9a6d-20c5d0f3a7e1',
      BOT_APP_ID: connector.config.appId,
      BOT_APP_PASSWORD: connector.config.appPassword,
      BOT_LOGIN_URL: connector.config.loginUrl,
      BOT_SERVICE_URLS: connector.url,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(child);
  for await (const part of child.stdout ?? []) if (String(part).includes('ready')) break;
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  running = running.filter((one) => one !== child);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A community of `count` people who want to hear of new questions at once, and somebody who asks. */
async function listeners(core: Core, count: number): Promise<{ ask: (title: string) => Promise<void> }> {
  const organisationId = uuidv7() as OrganisationId;
  const personId = uuidv7() as PersonId;
  const always = JSON.stringify({ days: [], from: '09:00', to: '17:00' });
  await sql`INSERT INTO organisation (id, name, entra_tenant_id, created_at, revision)
    VALUES (${organisationId}, 'Northwind', ${TENANT}, now(), 1)`.execute(db());
  await sql`INSERT INTO person (id, organisation_id, name, guest, administrator, time_zone, working_hours, languages,
      interests, profile_started, state, created_at, revision)
    SELECT id, ${organisationId}, 'Somebody', false, false, 'UTC', ${always}::jsonb, '{}', '{}', true, 'present', now(), 1
    FROM unnest(${[personId, ...Array.from({ length: count }, () => uuidv7())]}::uuid[]) AS id`.execute(db());
  await sql`INSERT INTO conversation (organisation_id, conversation_id, person_id, service_url, renewed_at)
    SELECT organisation_id, 'a:' || id, id, ${connector.serviceUrl}, now() FROM person`.execute(db());
  const account = entraAccount(TENANT, personId);
  const actor: Actor = { personId, organisationId, account, guest: false, administrator: false };
  const founding = { archetype: 'guild', name: 'Guild', purpose: 'So that all can use it', topics: [] } as const;
  const founded = await core.communities.foundCommunity(actor, { ...founding, topics: [] });
  const communityId = founded.ok ? founded.value.id : '';
  await core.trust.acknowledgeConduct(actor, { communityId });
  await sql`INSERT INTO membership (community_id, person_id, state, since, revision)
    SELECT ${communityId}, id, 'member', now(), 1 FROM person WHERE id <> ${personId}`.execute(db());
  await sql`INSERT INTO notification_choice (person_id, kind, time)
    SELECT id, 'new-question', 'now' FROM person WHERE id <> ${personId}`.execute(db());
  return {
    async ask(title) {
      const question = {
        communityId,
        title,
        details: '',
        topics: [],
        visibility: 'organisation',
        anonymous: false,
      } as const;
      const asked = await core.questions.askQuestion(actor, { ...question, topics: [] });
      expect(asked.ok).toBe(true);
    },
  };
}

const unsettled = async () => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM notification WHERE state IN ('queued', 'held', 'sending') AND what = 'question-asked'
  `.execute(db());
  return rows[0]?.count ?? 0;
};

async function until(condition: () => Promise<boolean> | boolean, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    if (await condition()) return;
    await pause(100);
  }
}

/** One in ten goes wrong, in every way that there is; the same ones in every run. */
function mishap(_conversation: string, number: number): Mishap | undefined {
  const ways: readonly Mishap[] = [
    { status: 429, retryAfter: '1' },
    { status: 500 },
    { hangUp: 'before' },
    { status: 502 },
    { hangUp: 'after' },
    { status: 504, taken: true },
  ];
  return number % 10 === 3 ? ways[Math.floor(number / 10) % ways.length] : undefined;
}

it(
  'of a message to many nothing is lost, and nothing doubled unknowingly, while processes are killed',
  { timeout: 240_000 },
  async () => {
    const core = createCore({
      db: db(),
      newId: uuidv7,
      now: () => new Date(),
      chance: (count) => randomBytes(count),
      secret: SECRET,
      sealKeys: [Buffer.from(SEAL_KEY, 'base64')],
      administrators: [],
    });
    const people = 240;
    const { ask } = await listeners(core, people);
    connector.goWrong(mishap);
    await Promise.all([start(), start()]);
    await ask('How do I test a page with the keyboard?');

    for (let round = 0; round < 3; round += 1) {
      const goal = Math.min(people - 40, connector.taken.length + 30);
      await until(() => connector.taken.length >= goal, 40);
      // First the one that is at it or the one that is not, in the end both.
      for (const victim of running.slice(0, round < 2 ? 1 : 2)) {
        await kill(victim);
        await start();
      }
    }
    await until(async () => connector.taken.length >= people - 20 && (await unsettled()) === 0, 120);

    const { rows } = await sql<{ conversation: string; state: string; failure: string | null; unsure: number }>`
    SELECT 'a:' || n.recipient_id AS conversation, n.state, n.failure, message.unsure FROM notification n
    LEFT JOIN message ON message.id = n.message_id WHERE n.what = 'question-asked'
  `.execute(db());
    const times = new Map<string, number>();
    for (const { conversationId } of connector.taken) times.set(conversationId, (times.get(conversationId) ?? 0) + 1);
    const doubtful = rows.filter(({ state, failure }) => state === 'failed' && failure === 'in-doubt');
    const lost = rows.filter(({ conversation }) => !times.has(conversation));
    const doubled = rows.filter(({ conversation }) => (times.get(conversation) ?? 0) > 1);

    expect(rows).toHaveLength(people);
    expect(rows.filter((row) => row.state !== 'sent' && !doubtful.includes(row))).toEqual([]);
    // What a killed process had just handed over says that nobody knows; most of it has arrived.
    expect(lost.filter((row) => !doubtful.includes(row))).toEqual([]);
    expect(doubtful.length).toBeLessThan(people / 10);
    // Where a living process cannot know whether Teams had taken it, it was sent again and that is noted; nowhere else.
    expect(doubled.filter(({ unsure }) => unsure === 0)).toEqual([]);
    expect(doubled.length).toBeLessThan(people / 10);
  },
);
