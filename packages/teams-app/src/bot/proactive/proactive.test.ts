import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startConnector } from '../../../test/connector.ts';
import { aDestination, aMessage } from '../../../test/messages.ts';
import { waitIn } from '../connector-failure.ts';
import { createBotMessenger } from './bot-messenger.ts';
import { TEAMS_LIMITS } from './limits.ts';

type Connector = Awaited<ReturnType<typeof startConnector>>;
let connector: Connector;
const sending = { signal: new AbortController().signal, handOver: async () => true };

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.taken.length = 0;
  connector.goWrong(() => undefined);
});

const send = (given: Parameters<typeof aDestination>[1] = {}) =>
  createBotMessenger(connector.config)(aDestination(connector.serviceUrl, given), aMessage(), sending);

describe('the bot writes out of nothing', () => {
  it('to a chat that it knows, and says what it is called there', async () => {
    expect(await send()).toEqual({ outcome: 'sent', activityId: 'activity-1' });
    expect(connector.taken).toMatchObject([
      { conversationId: 'a:mara', body: { type: 'message', summary: expect.stringContaining('New answer') as string } },
    ]);
  });

  it('to somebody whom it has not met, and remembers the chat', async () => {
    expect(await send({ conversationId: undefined, objectId: 'mara-in-entra' })).toEqual({
      outcome: 'sent',
      activityId: 'activity-1',
      conversationId: 'a:mara-in-entra',
    });
  });

  it('but not to a connector that nobody allowed', async () => {
    const elsewhere = aDestination('https://collector.example.com/');
    expect(await createBotMessenger(connector.config)(elsewhere, aMessage(), sending)).toMatchObject({
      outcome: 'refused',
    });
    expect(connector.taken).toEqual([]);
  });
});

describe('what Teams answers', () => {
  it.each([
    ['429 with a time', { status: 429, retryAfter: '7' }, { outcome: 'later', afterMs: 7000, unsure: false }],
    ['429 without one', { status: 429 }, { outcome: 'later', unsure: false }],
    ['412', { status: 412 }, { outcome: 'later', unsure: false }],
    ['500', { status: 500 }, { outcome: 'later' }],
    ['502: perhaps it was taken', { status: 502 }, { outcome: 'later', unsure: true }],
    ['504: perhaps it was taken', { status: 504 }, { outcome: 'later', unsure: true }],
    ['403 MessageWritesBlocked', { status: 403, code: 'MessageWritesBlocked' }, { outcome: 'blocked' }],
    ['404', { status: 404, code: 'ConversationNotFound' }, { outcome: 'refused', reason: 'conversation-gone' }],
    ['400', { status: 400, code: 'BadSyntax' }, { outcome: 'refused', reason: 'not-taken' }],
    ['413', { status: 413, code: 'MessageSizeTooBig' }, { outcome: 'refused', reason: 'not-taken' }],
    ['nothing, and hangs up', { hangUp: 'before' }, { outcome: 'later', reason: 'no-answer', unsure: true }],
  ] as const)('%s', async (_what, mishap, expected) => {
    const before = connector.asked();
    connector.goWrong(() => mishap);

    expect(await send()).toMatchObject(expected);
    // The SDK would have tried again by itself, and have sent it twice.
    expect(connector.asked() - before).toBe(1);
  });

  it('of somebody who has not added the app is final', async () => {
    connector.goWrong(() => ({ status: 403, code: 'ForbiddenOperationException' }));
    expect(await send({ conversationId: undefined, objectId: 'mara' })).toEqual({
      outcome: 'refused',
      reason: 'not-installed',
    });
  });

  it('keeps none of its words', async () => {
    connector.goWrong(() => ({ status: 400, code: 'BadSyntax' }));
    expect(JSON.stringify(await send())).not.toContain('secret');
  });
});

it.each([
  ['7', 7000],
  ['0.5', 500],
  ['Mon, 02 Mar 2026 09:00:10 GMT', 10_000],
  ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('«Retry-After: %s» is %s ms', (header, expected) => {
  expect(waitIn(header, Date.parse('2026-03-02T09:00:00Z'))).toBe(expected);
});

it('four hundred messages go at the pace that Teams allows, all of them, each once', { timeout: 30_000 }, async () => {
  const limited = await startConnector({ perSecond: 100 });
  const limits = { ...TEAMS_LIMITS, perTenant: { count: 100, ms: 1000 } };
  const messenger = createBotMessenger(limited.config, { limits });
  const left = Array.from({ length: 400 }, (_, at) => `a:${at}`);
  const lane = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const to = aDestination(limited.serviceUrl, { conversationId: next });
      const outcome = await messenger(to, aMessage(), sending);
      if (outcome.outcome === 'later') left.push(next);
    }
  };
  await Promise.all(Array.from({ length: 40 }, lane));
  await limited.close();

  expect(new Set(limited.taken.map(({ conversationId }) => conversationId)).size).toBe(400);
  expect(limited.taken).toHaveLength(400);
  // On a busy machine some come too near to each other. Without a pace, most are refused again and again.
  expect(limited.refused.length).toBeLessThan(100);
});
