import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { asker, fillAudience, questionForAll } from '../audience.ts';
import type { Figure } from '../figures.ts';
import { coreOn } from '../recording.ts';
import { memoryOf, type World } from '../world.ts';
import { botEnvironment } from './bot.ts';

const PEOPLE = 100_000;
/**
 * Teams takes 50 messages a second, 100,000 of them in 33 minutes. With COPSE_FASTER all of its times are divided by that,
 * for whoever does not want to wait: then the processors, not the limits, may be what holds us up.
 */
const FASTER = Number(process.env['COPSE_FASTER'] ?? 1);
const ALLOWED = 50 * FASTER;
const GIVE_UP_S = (PEOPLE / ALLOWED) * 2;

type Seen = {
  readonly taken: number;
  readonly tooFast: number;
  readonly busy: number;
  readonly first: number;
  readonly last: number;
  readonly conversations: number;
  readonly doubled: number;
};

/** One question is told to a hundred thousand people, through a connector that holds us to Teams' limits. */
export async function tellEverybody(world: World): Promise<readonly Figure[]> {
  const connector = await world.start('connector.ts', [String(FASTER)]);
  const url = await world.empty('fanout');
  const db = openDatabase({ url });
  world.say(`» Making ${PEOPLE.toLocaleString('en')} people who want to be told`);
  await fillAudience(db, PEOPLE, `${connector.origin}/`);
  const environment = botEnvironment(world, { url }, connector);
  const tellers = await Promise.all([1, 2].map(() => world.start('teller.ts', [String(FASTER)], environment)));
  await coreOn(db).questions.askQuestion(asker, { ...questionForAll, topics: [] });

  const seen = async () => (await (await fetch(`${connector.origin}/seen`)).json()) as Seen;
  for (let second = 0; second < GIVE_UP_S && (await unsettled(db)); second += 1) await pause(1000);
  const { taken, tooFast, busy, first, last, conversations, doubled } = await seen();
  const sent = await countSent(db);
  const memory = Math.max(...tellers.map(({ pid }) => memoryOf(pid)));
  for (const child of [...tellers, connector]) await child.stop();
  await db.destroy();

  const rate = ((taken - 1) * 1000) / (last - first);
  world.say(
    `  ${taken.toLocaleString('en')} messages at ${rate.toFixed(0)}/s of ${ALLOWED}; ${tooFast + busy} times 429`,
  );
  return [
    { what: 'times faster than Teams, limits and all', value: FASTER, unit: '' },
    { what: 'recipients', value: PEOPLE, unit: '' },
    { what: 'lost', value: PEOPLE - Math.min(conversations, sent), unit: '', atMost: 0 },
    { what: 'doubled', value: doubled, unit: '', atMost: 0 },
    { what: 'messages taken', value: rate, unit: '/s' },
    { what: 'part of what the limits allow', value: rate / ALLOWED, unit: '', atLeast: 0.9 },
    { what: 'the same at the pace of Teams', value: rate / FASTER, unit: '/s' },
    { what: 'answers 429 because we were too fast', value: tooFast, unit: '' },
    { what: 'answers 429 because Teams was busy', value: busy, unit: '' },
    { what: 'memory of the process that sent them', value: memory, unit: 'MB', atMost: 250 },
  ];
}

/** Whether somebody has yet to be told, or nobody is known to be. */
async function unsettled(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    SELECT NOT EXISTS (SELECT FROM notification WHERE what = 'question-asked' AND state = 'sent')
      OR EXISTS (SELECT FROM notification WHERE state IN ('queued', 'held', 'sending'))
      OR EXISTS (SELECT FROM broadcast WHERE NOT complete) AS open
  `.execute(db);
  return rows[0]?.open ?? true;
}

async function countSent(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    SELECT count(DISTINCT recipient_id) AS sent FROM notification WHERE what = 'question-asked' AND state = 'sent'
  `.execute(db);
  return rows[0]?.sent ?? 0;
}
