import { personOf, PEOPLE } from '../addresses.ts';
import { idOf, kinds, TENANT } from '../ids.ts';
import { drive, type Measured } from '../drive.ts';
import type { Figure } from '../figures.ts';
import { CALLERS } from '../measuring.ts';
import { type Child, memoryOf, MOST_QUESTIONS, type Place, processorTimeOf, SERVICE, type World } from '../world.ts';

const BOT = 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920';
/** What people write to it: each of its commands that shows something, and something that it does not know. */
const SAID = ['help', 'communities', 'questions', 'find welding', 'me', 'practices', 'community', 'hello'];
const TURNS = 3;
const SECONDS = 5;
/**
 * Until statements are planned for good on every connection, and what runs often is compiled: after a thousand messages
 * the service still takes half as much again for one as after nine thousand.
 */
const WARM_S = 30;

/** Messages that our bot answers, beside those that a bare echo does: same tokens, same connector, same text. */
export async function measureBot(world: World): Promise<readonly Figure[]> {
  const place = await world.many(MOST_QUESTIONS);
  const connector = await world.start('connector.ts', ['unlimited']);
  const echo = await world.start('echo.ts', [connector.origin, BOT]);
  const service = await world.start(SERVICE, [], botEnvironment(world, place, connector));
  const answer = await fetch(`${connector.origin}/delivery-token?bot=${BOT}`);
  const { token } = (await answer.json()) as { token: string };
  let sent = 0;
  const talk = (to: Child, path: string, seconds: number) =>
    drive({
      origin: to.origin,
      paths: [path],
      headers: () => ({ authorization: `Bearer ${token}` }),
      body: (n) => JSON.stringify(message(connector.origin, place, n, (sent += 1))),
      callers: CALLERS,
      seconds,
    });

  const ours: Measured[] = [];
  const bare: Measured[] = [];
  await talk(service, '/api/messages', WARM_S);
  await talk(echo, '/', WARM_S);
  const before = [service, echo].map(({ pid }) => processorTimeOf(pid));
  for (let turn = 0; turn < TURNS; turn += 1) {
    ours.push(await talk(service, '/api/messages', SECONDS));
    bare.push(await talk(echo, '/', SECONDS));
  }
  await checkAllAnswered(connector, [...ours, ...bare]);
  const rate = (runs: readonly Measured[]) => runs.reduce((sum, run) => sum + run.rate, 0) / runs.length;
  const count = (runs: readonly Measured[]) => runs.reduce((sum, run) => sum + run.count, 0);
  const time = (at: number, { pid }: Child, runs: readonly Measured[]) =>
    (processorTimeOf(pid) - (before[at] ?? 0)) / count(runs);
  const [oursTook, bareTook] = [time(0, service, ours), time(1, echo, bare)];
  const memory = memoryOf(service.pid);
  for (const child of [service, echo, connector]) await child.stop();
  world.say(`  our bot ${rate(ours).toFixed(0)}/s, a bare echo ${rate(bare).toFixed(0)}/s`);
  return [
    { what: 'messages answered', value: rate(ours), unit: '/s' },
    { what: 'messages answered by a bare echo', value: rate(bare), unit: '/s' },
    { what: "part of the echo's", value: rate(ours) / rate(bare), unit: '', atLeast: 0.6 },
    { what: 'processor time of the service for one', value: oursTook, unit: 'ms' },
    { what: 'processor time of the echo for one', value: bareTook, unit: 'ms' },
    { what: 'p99 of an answer', value: Math.max(...ours.map(({ p99 }) => p99)), unit: 'ms' },
    { what: 'memory of the service with its bot', value: memory, unit: 'MB', atMost: 250 },
  ];
}

/** Settings under which the service has a bot that trusts this connector. */
export const botEnvironment = (world: World, { url }: Pick<Place, 'url'>, connector: Child) => ({
  ...world.issuer.environment(url),
  TEAMS_APP_ID: '8b1f6f0e-9e1c-4e19-9a6d-20c5d0f3a7e1',
  BOT_APP_ID: BOT,
  BOT_APP_PASSWORD: 'the bot is who it says',
  BOT_OPENID_METADATA_URL: `${connector.origin}/metadata`,
  BOT_LOGIN_URL: connector.origin,
  BOT_SERVICE_URLS: connector.origin,
});

/** As Teams delivers what somebody writes in their own chat with the bot. */
function message(connector: string, { size }: Place, n: number, number: number) {
  const objectId = idOf(kinds.person, personOf(n, size));
  return {
    type: 'message',
    id: `message-${number}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: `${connector}/`,
    text: SAID[Math.floor(n / PEOPLE + n) % SAID.length],
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: 'Somebody' },
    recipient: { id: `28:${BOT}`, name: 'Copse' },
    conversation: { id: `a:${objectId}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
}

/** Whoever cannot send its reply may still answer 200, so what arrived at the connector is counted. */
async function checkAllAnswered(connector: Child, runs: readonly Measured[]): Promise<void> {
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const { taken } = (await (await fetch(`${connector.origin}/seen`)).json()) as { taken: number };
  const asked = runs.reduce((sum, run) => sum + run.count, 0);
  if (failed > 0 || taken < asked) throw new Error(`${failed} failed, and of ${asked} messages ${taken} were answered`);
}
