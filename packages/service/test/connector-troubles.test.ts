import type { Actor } from '@copse/core';
import { aNoticeScene, type NoticeScene, testDatabase } from '@copse/core/testing';
import { createBotMessenger } from '@copse/teams-app/bot';
import { type Mishap, startConnector } from '@copse/teams-app/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, onTestFailed } from 'vitest';
import { chanceFrom } from './chance.ts';

const PEOPLE = 30;
const TITLE = 'How do I test a page with the keyboard?';

const db = testDatabase();
let connector: Awaited<ReturnType<typeof startConnector>>;
let scene: NoticeScene;
let ada: Actor;

beforeEach(async () => {
  connector = await startConnector();
  scene = await aNoticeScene(db(), createBotMessenger(connector.config, { patience: 2500 }));
  ada = await scene.reached('Ada');
  const communityId = await scene.community(ada);
  for (let at = 0; at < PEOPLE; at += 1) {
    const actor = await scene.reached(`Listener ${at}`, {}, connector.serviceUrl);
    await scene.core.communities.joinCommunity(actor, { communityId });
    await scene.prefer(actor, { 'new-question': 'now' });
  }
  await sql`UPDATE organisation SET entra_tenant_id = ${crypto.randomUUID()}`.execute(db());
  await scene.ask(ada, communityId, TITLE);
});
afterEach(() => connector.close());

const WAYS: readonly Mishap[] = [
  { status: 429, retryAfter: '1' },
  { status: 429 },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 504, taken: true },
  { hangUp: 'before' },
  { hangUp: 'after' },
  { silence: 'before' },
  { silence: 'after' },
];
const wasTaken = (way: Mishap) =>
  ('taken' in way && way.taken) ||
  ('hangUp' in way && way.hangUp === 'after') ||
  ('silence' in way && way.silence === 'after');
const isDoubtful = (way: Mishap) => !('status' in way) || way.status === 502 || way.status === 504;

const told = async () => {
  const { rows } = await sql<{
    to: string;
    state: string;
    failure: string | null;
    tries: number;
    unsure: number;
    due: Date;
  }>`
    SELECT 'a:' || lower(person.name) AS to, n.state, failure, tries, unsure, message.due_at AS due
    FROM notification n JOIN person ON person.id = recipient_id JOIN message ON message.id = message_id
    WHERE what = 'question-asked'
  `.execute(db());
  return rows;
};
const timesTaken = (to: string) => connector.taken.filter(({ conversationId }) => conversationId === to).length;

it(
  'of a connector that goes wrong in every way, each message comes to its end, and none comes twice unknowingly',
  { timeout: 120_000 },
  async () => {
    const seed = Number(process.env['COPSE_TEST_SEED'] ?? Date.now() % 1_000_000);
    onTestFailed(() => console.error(`To try the same again: COPSE_TEST_SEED=${seed}`));
    const chance = chanceFrom(seed);
    const met = new Map<string, Mishap[]>();
    connector.goWrong((to) => {
      const way = chance.next() < 0.6 ? chance.oneOf(WAYS) : undefined;
      if (way) met.set(to, [...(met.get(to) ?? []), way]);
      return way;
    });
    for (let rounds = 0; rounds < 14; rounds += 1) await scene.deliver(rounds === 0 ? 30 : 720);

    const all = await told();
    expect(all).toHaveLength(PEOPLE);
    for (const { to, state, failure, tries, unsure } of all) {
      const ways = met.get(to) ?? [];
      const doubts = ways.filter(isDoubtful).length;
      expect([to, unsure, tries]).toEqual([to, Math.min(doubts, 2), ways.length + (state === 'sent' ? 1 : 0)]);
      expect([to, state, failure]).toEqual(doubts >= 3 ? [to, 'failed', 'in-doubt'] : [to, 'sent', null]);
      // It came as often as the connector took it without saying so, and once more where it said so; never otherwise.
      expect([to, timesTaken(to)]).toEqual([to, ways.filter(wasTaken).length + (state === 'sent' ? 1 : 0)]);
    }
  },
);

it('those who have to wait do not all come back in the same moment', async () => {
  connector.goWrong(() => ({ status: 503 }));
  await scene.deliver();
  const due = (await told()).map((one) => one.due.getTime() - scene.clock.now().getTime());

  expect(new Set(due).size).toBeGreaterThan(PEOPLE / 2);
  expect(Math.min(...due)).toBeGreaterThanOrEqual(1600);
  expect(Math.max(...due)).toBeLessThanOrEqual(2400);
});

it('nobody is asked again before Teams wants it', async () => {
  connector.goWrong(() => ({ status: 429, retryAfter: '600' }));
  await scene.deliver();
  const asked = connector.asked();
  // Written down, for a process that knows nothing of what Teams has said to another.
  const due = (await told()).map((one) => one.due.getTime() - scene.clock.now().getTime());
  expect(Math.min(...due)).toBeGreaterThanOrEqual(600_000);
  await scene.deliver(590);
  expect(connector.asked()).toBe(asked);
});

it('what Teams never takes runs out by name, after a bounded number of tries', async () => {
  connector.goWrong(() => ({ status: 500 }));
  for (let days = 0; days < 10; days += 1) await scene.deliver(86_400);

  expect(await scene.states()).toEqual({ expired: PEOPLE });
  const tries = (await told()).map((one) => one.tries);
  expect(Math.max(...tries)).toBeLessThanOrEqual(11);
});
