import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '@copse/core/testing';
import { startConnector } from '@copse/teams-app/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, onTestFailed } from 'vitest';
import { type Chance, chanceFrom } from './chance.ts';
import { type Issuers, startIssuers } from './issuers.ts';
import { aCommunityThatListens } from './killed-scene.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

const PROCESSES = 3;
const KILLS = 20;
const LISTENERS = 8;
const PEOPLE = ['Mara', 'Jonas', 'Helen'] as const;
const SEAL_KEY = 'dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=';

const db = testDatabase();
let connector: Awaited<ReturnType<typeof startConnector>>;
let issuers: Issuers;
let settings: Readonly<Record<string, string>>;
/** Places in which a process runs, or is being started. */
let places: (ServiceProcess | undefined)[];
const starting = new Set<Promise<unknown>>();

beforeEach(async () => {
  [connector, issuers] = await Promise.all([startConnector({ perSecond: 50 }), startIssuers()]);
  settings = {
    ...issuers.settings,
    DATABASE_URL: db.url(),
    DATABASE_CONNECTIONS: '5',
    COPSE_SEAL_KEY: SEAL_KEY,
    TEAMS_APP_ID: '8b1f6f0e-9e1c-4e19-9a6d-20c5d0f3a7e1',
    BOT_APP_ID: connector.config.appId,
    BOT_APP_PASSWORD: connector.config.appPassword,
    BOT_LOGIN_URL: connector.config.loginUrl,
    BOT_SERVICE_URLS: connector.url,
  };
  places = Array.from({ length: PROCESSES });
});
afterEach(async () => {
  await Promise.allSettled(starting);
  await Promise.all(places.map(async (one) => one?.kill()));
  await Promise.all([connector.close(), issuers.close()]);
});

function startAt(place: number): Promise<void> {
  const started = startServiceProcess(settings).then((process) => void (places[place] = process));
  starting.add(started);
  return started.finally(() => starting.delete(started));
}

async function killAtRandom(chance: Chance): Promise<void> {
  for (let kills = 0; kills < KILLS;) {
    await pause(100 + chance.below(700));
    const place = chance.oneOf([...places.keys()].filter((at) => places[at] !== undefined));
    if (place === undefined) continue;
    const victim = places[place];
    places[place] = undefined;
    await victim?.kill();
    kills += 1;
    startAt(place).catch(() => undefined);
  }
}

type Told = {
  /** Nothing where nobody may know whom it goes to. */
  readonly to: string | null;
  readonly listens: boolean;
  readonly state: string;
  readonly failure: string | null;
  readonly message_id: string;
  readonly activity_id: string | null;
};
type Written = { readonly text: string; readonly id: string; readonly tries: number };

/** Sends one write until it is acknowledged, to whichever process is there, always with the same key. */
async function write(path: string, body: object, token: string): Promise<{ view: { id: string }; tries: number }> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  };
  for (let tries = 1; ; tries += 1) {
    const alive = places.filter((one) => one !== undefined);
    const to = alive[tries % Math.max(1, alive.length)];
    if (to) {
      const answer = await fetch(`${to.url}/api/v1${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }).then(
        async (response) => ({ status: response.status, view: (await response.json()) as { id: string } }),
        () => undefined,
      );
      if (answer?.status === 201) return { view: answer.view, tries };
      // Only what says «not now» may come of a killed process: anything else is a fault.
      if (answer && ![409, 429, 500, 503].includes(answer.status)) throw new Error(JSON.stringify(answer));
      if (answer?.status === 409) expect(answer.view).toMatchObject({ reason: 'key-in-use' });
    }
    await pause(200);
  }
}

/** One person who asks and answers until `over`. */
async function busy(
  name: string,
  chance: Chance,
  scene: { communityId: string; over: () => boolean; asked: Written[]; answered: Written[] },
) {
  const token = await issuers.entra(name);
  for (let count = 0; !scene.over(); count += 1) {
    await pause(chance.below(250));
    const question = chance.oneOf(scene.asked);
    if (!question || (chance.next() < 0.4 && scene.asked.length < 30)) {
      const text = `How do I do ${name}-${count}-thing?`;
      const asking = { communityId: scene.communityId, title: text, anonymous: chance.next() < 0.3 };
      const { view, tries } = await write('/questions', asking, token);
      scene.asked.push({ text, id: view.id, tries });
    } else {
      const text = `I did ${name}-${count}-thing like this.`;
      const { tries } = await write(`/questions/${question.id}/answers`, { text }, token);
      scene.answered.push({ text, id: question.id, tries });
    }
  }
}

/** What has not come to its end: facts, jobs and messages. Jobs that wait for their next try need not wait. */
async function unfinished(): Promise<number> {
  await sql`UPDATE jobs.job_common SET start_after = now() WHERE state = 'retry' AND start_after > now()`.execute(db());
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM outbox WHERE relayed_at IS NULL)
      + (SELECT count(*) FROM jobs.job_common WHERE name IN ('announce', 'consult') AND state < 'completed')
      + (SELECT count(*) FROM notification WHERE state IN ('queued', 'held', 'sending')) AS count
  `.execute(db());
  return rows[0]?.count ?? 0;
}

async function until(condition: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(250)) {
    if (await condition()) return;
  }
}

/** As the connector counts, every message came once; or it says that it is in doubt. */
async function everyMessageCameOnce(toListeners: number): Promise<void> {
  const { rows: told } = await sql<Told>`
    SELECT 'a:' || recipient_id AS to, n.state, failure, message_id, activity_id,
      coalesce(person.name = 'Somebody', false) AND what = 'question-asked' AS listens
    FROM notification n JOIN message ON message.id = message_id LEFT JOIN person ON person.id = recipient_id
  `.execute(db());
  expect(told.filter(({ listens }) => listens)).toHaveLength(toListeners);
  const isDoubtful = ({ failure }: Told) => failure === 'in-doubt';
  const wasSettled = ({ failure }: Told) => failure === 'done';
  expect(told.filter((one) => one.state !== 'sent' && !isDoubtful(one) && !wasSettled(one))).toEqual([]);

  const messages = [...Map.groupBy(told, ({ message_id }) => message_id).values()];
  const doubtful = messages.filter((all) => all.some(isDoubtful)).flatMap(([first]) => first ?? []);
  const sent = messages.filter((all) => all.some(({ state }) => state === 'sent')).flatMap(([first]) => first ?? []);
  // The connector names its activities by their number.
  const named = sent.filter(({ to }) => to !== null);
  const numbers = named.map(({ activity_id }) => Number(activity_id?.split('-')[1]) - 1);
  expect(numbers.map((number) => connector.taken[number]?.conversationId)).toEqual(named.map(({ to }) => to));
  expect(new Set(numbers).size).toBe(named.length);
  expect(connector.taken.length).toBeGreaterThanOrEqual(sent.length);
  expect(connector.taken.length).toBeLessThanOrEqual(sent.length + doubtful.length);
  const listeners = new Set(told.flatMap(({ to, listens }) => (listens && to ? [to] : [])));
  const others = connector.taken.filter(
    ({ conversationId }, at) => listeners.has(conversationId) && !numbers.includes(at),
  );
  for (const [to, more] of Map.groupBy(others, ({ conversationId }) => conversationId)) {
    expect(more.length).toBeLessThanOrEqual(doubtful.filter((one) => one.to === to).length);
  }
  expect(doubtful.length).toBeLessThan(messages.length / 4);
}

it(
  'while processes are killed twenty times, nothing that was acknowledged is lost and nothing is done twice',
  { timeout: 300_000 },
  async () => {
    const seed = Number(process.env['COPSE_TEST_SEED'] ?? Date.now() % 1_000_000);
    onTestFailed(() => console.error(`To try the same again: COPSE_TEST_SEED=${seed}`));
    const chance = chanceFrom(seed);
    const { communityId } = await aCommunityThatListens(
      db(),
      { secret: settings['COPSE_SECRET'] ?? '', sealKey: SEAL_KEY },
      { people: PEOPLE, listeners: LISTENERS, serviceUrl: connector.serviceUrl },
    );
    await Promise.all(places.map((_, place) => startAt(place)));

    let over = false;
    const scene = { communityId, over: () => over, asked: [] as Written[], answered: [] as Written[] };
    const people = PEOPLE.map((name, at) => busy(name, chanceFrom(seed + at + 1), scene));
    await killAtRandom(chance);
    over = true;
    await Promise.all([...people, ...starting]);

    await until(async () => (await unfinished()) === 0, 90);
    expect(await unfinished()).toBe(0);

    // What was acknowledged is there once, and nothing else is.
    const questions = await db().selectFrom('question').select(['id', 'title']).execute();
    const answers = await db().selectFrom('answer').select(['text', 'question_id']).execute();
    expect(questions.map(({ title }) => title).toSorted()).toEqual(scene.asked.map(({ text }) => text).toSorted());
    expect(answers.map(({ text }) => text).toSorted()).toEqual(scene.answered.map(({ text }) => text).toSorted());
    expect(new Set(questions.map(({ id }) => id))).toEqual(new Set(scene.asked.map(({ id }) => id)));
    // Somebody had to try again, or it was no test.
    expect(Math.max(...[...scene.asked, ...scene.answered].map(({ tries }) => tries))).toBeGreaterThan(1);

    await everyMessageCameOnce(LISTENERS * questions.length);
  },
);
