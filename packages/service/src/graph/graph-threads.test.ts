import type { TalkPlace } from '@copse/teams-app/bot';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraph } from '../../test/graph.ts';
import { aMessage } from '../../test/graph-talks.ts';
import { ids } from '../../test/issuers.ts';
import { graphThreads } from './graph-threads.ts';

const graph = await startGraph();
afterAll(() => graph.close());

const TENANT = ids.tenant;
const GROUP = 'e4c1a7d2-93b5-4f08-8d6e-0b7f25a9c381';
const CHAT = '/chats/19:sprint@thread.v2/messages';
const THREAD = `/teams/${GROUP}/channels/19:craft@thread.tacv2/messages/1000`;
const inChat = { kind: 'chat', tenantId: TENANT, chatId: '19:sprint@thread.v2' } as const;
const inThread = {
  kind: 'thread',
  tenantId: TENANT,
  groupId: GROUP,
  channelId: '19:craft@thread.tacv2',
  rootId: '1000',
} as const;

const warned: Readonly<Record<string, unknown>>[] = [];
const settings = {
  clientId: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
  clientSecret: graph.secret,
  tenantIds: [TENANT],
  uses: ['threads'],
  url: graph.settings.GRAPH_URL,
  loginUrl: graph.settings.GRAPH_LOGIN_URL,
} as const;
const clock = { now: Date.UTC(2026, 2, 2) };
const readerWith = (over: object = {}) =>
  graphThreads(
    { ...settings, ...over },
    { now: () => new Date(clock.now), warn: (fields) => void warned.push(fields) },
  );
let reader = readerWith();

beforeEach(() => {
  graph.answer();
  graph.talks.slow(0);
  graph.talks.asked.length = 0;
  warned.length = 0;
  reader = readerWith();
});

const messages = (count: number) => Array.from({ length: count }, (_, at) => aMessage(String(1000 + at)));
const read = (place: TalkPlace, around: string, given: { most?: number; ms?: number } = {}) =>
  reader(place, { around, most: given.most ?? 50, signal: AbortSignal.timeout(given.ms ?? 3000) });
const idsOf = async (result: ReturnType<typeof read>) => {
  const read = await result;
  return read.ok ? read.value.map(({ id }) => Number(id)) : read.reason;
};
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('a thread of a channel', () => {
  it('is its first message and the replies, the earliest first, with who said what', async () => {
    graph.talks.say(THREAD, messages(3));
    expect(await read(inThread, '1001')).toEqual({
      ok: true,
      value: ['1000', '1001', '1002'].map((id) => ({
        id,
        objectId: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
        name: 'Ana Weber',
        content: `<p>Words ${id}</p>`,
        isHtml: true,
      })),
    });
    expect(graph.talks.asked.toSorted()).toEqual([`/v1.0${THREAD}/replies?$top=50`, `/v1.0${THREAD}`].toSorted());
  });

  it('of several hundred messages is read until those around the one that counts are there', async () => {
    graph.talks.say(THREAD, messages(301));
    expect(await idsOf(read(inThread, '1200'))).toEqual([1000, ...numbers(1176, 1224)]);
    expect(graph.talks.asked).toHaveLength(4);
  });

  it('that is too long keeps its beginning and the latest, where the one that counts is far back', async () => {
    graph.talks.say(THREAD, messages(401));
    expect(await idsOf(read(inThread, '1010'))).toEqual([1000, ...numbers(1352, 1400)]);
    expect(graph.talks.asked).toHaveLength(5);
  });

  it('is read no further than needed where its first message is the one that counts', async () => {
    graph.talks.say(THREAD, messages(301));
    expect(await idsOf(read(inThread, '1000'))).toEqual([1000, ...numbers(1252, 1300)]);
    expect(graph.talks.asked).toHaveLength(2);
  });

  it('whose first message was deleted has its replies', async () => {
    graph.talks.say(THREAD, [aMessage('1000', { deletedDateTime: '2026-03-02T10:00:00Z' }), aMessage('1001')]);
    expect(await idsOf(read(inThread, '1001'))).toEqual([1001]);
  });
});

describe('a chat', () => {
  it('is asked for with the latest first', async () => {
    graph.talks.say(CHAT, messages(80));
    expect(await idsOf(read(inChat, '1079'))).toEqual(numbers(1030, 1079));
    expect(graph.talks.asked).toEqual([`/v1.0${CHAT}?$top=50&$orderby=createdDateTime desc`]);
  });

  it('leaves out bots, what Teams tells, what was deleted, and what is none', async () => {
    const app = { application: { id: 'x', displayName: 'Copse', applicationIdentityType: 'bot' }, user: null };
    graph.talks.say(CHAT, [
      aMessage('1'),
      aMessage('2', { from: app }),
      aMessage('3', { messageType: 'systemEventMessage', from: null }),
      aMessage('4', { deletedDateTime: '2026-03-02T10:00:00Z' }),
      aMessage('5', { body: null }),
      aMessage('6', { id: { $ne: '' } }),
      null,
      'nonsense',
      aMessage('9'),
    ]);
    expect(await idsOf(read(inChat, '9'))).toEqual([1, 9]);
  });

  it('knows nobody by an id of another tenant, or by one that is none', async () => {
    const by = (user: object) => ({ from: { user: { id: crypto.randomUUID(), displayName: null, ...user } } });
    graph.talks.say(CHAT, [
      aMessage('1', by({ tenantId: crypto.randomUUID() })),
      aMessage('2', by({ id: "'; drop table person --" })),
      aMessage('3', by({ tenantId: TENANT.toUpperCase() })),
    ]);
    const said = await read(inChat, '1');
    expect(said.ok && said.value.map(({ objectId, name }) => [typeof objectId, name])).toEqual([
      ['undefined', ''],
      ['undefined', ''],
      ['string', ''],
    ]);
  });

  it('sends its token nowhere else, whatever Graph names as the next page', async () => {
    const next = `${graph.settings.GRAPH_URL}.example.com/v1.0/chats`;
    graph.answer('thread', 200, { value: [aMessage('1')], '@odata.nextLink': next });
    expect(await idsOf(read(inChat, '7'))).toEqual([1]);
    expect(warned).toEqual([]);
  });
});

describe('where nothing can be read', () => {
  it.each([
    ['thread', 401, { error: { code: 'InvalidAuthenticationToken' } }, 'thread-not-allowed'],
    ['thread', 403, { error: { code: 'Forbidden' } }, 'thread-not-allowed'],
    ['thread', 404, {}, 'thread-not-allowed'],
    ['thread', 500, {}, 'thread-away'],
    ['thread', 503, 'nonsense', 'thread-away'],
    ['thread', 302, {}, 'thread-away'],
    ['thread', 200, {}, 'thread-away'],
    ['thread', 200, 'nonsense', 'thread-away'],
    ['token', 401, { error: 'invalid_client' }, 'threads-not-set-up'],
    ['token', 503, { error: 'temporarily_unavailable' }, 'thread-away'],
  ] as const)('(%s %i) it is told which, and logged without words', async (path, status, body, reason) => {
    graph.talks.say(CHAT, messages(1));
    graph.answer(path, status, body);
    expect(await read(inChat, '1000')).toEqual({ ok: false, reason });
    expect(warned).toHaveLength(1);
    expect(JSON.stringify(warned)).not.toMatch(/Words|Ana|token of/u);
    graph.answer();
    expect(await idsOf(read(inChat, '1000'))).toEqual([1000]);
  });

  it('Graph is left alone for as long as it wants, and asked again then', async () => {
    graph.talks.say(CHAT, messages(1));
    graph.answer('thread', 429, {}, { 'retry-after': '7' });
    expect(await idsOf(read(inChat, '1000'))).toBe('thread-away');
    graph.answer();
    graph.talks.asked.length = 0;
    clock.now += 6999;
    expect(await idsOf(read(inChat, '1000'))).toBe('thread-away');
    expect(graph.talks.asked).toEqual([]);
    clock.now += 1;
    expect(await idsOf(read(inChat, '1000'))).toEqual([1000]);
  });

  it('nobody waits for longer than they have time', async () => {
    graph.talks.say(CHAT, messages(1));
    graph.talks.slow(1500);
    const before = performance.now();
    expect(await idsOf(read(inChat, '1000', { ms: 100 }))).toBe('thread-away');
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('another tenant is not asked about', async () => {
    expect(await idsOf(read({ ...inChat, tenantId: ids.otherTenant }, '1'))).toBe('threads-not-set-up');
    expect(graph.talks.asked).toEqual([]);
  });
});
