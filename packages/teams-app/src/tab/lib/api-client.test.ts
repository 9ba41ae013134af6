import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { apiClient } from './api-client.ts';
import type { ApiProblem } from './api-problem.ts';

type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
type Answer =
  | { status?: number; body?: unknown; type?: string; headers?: Record<string, string> }
  | 'hang up'
  | 'silence';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** A service that gives these answers in turn, the last one again and again, and a client that talks to it. */
async function aService(...answers: Answer[]) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse) {
    let body = '';
    for await (const piece of request) body += String(piece);
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? {};
    if (answer === 'hang up') return request.socket.destroy();
    if (answer === 'silence') return undefined;
    const { status = 200, body: sent, type = 'application/json', headers = {} } = answer;
    response.writeHead(status, { 'content-type': type, ...headers });
    return response.end(typeof sent === 'string' ? sent : JSON.stringify(sent ?? {}));
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push(server);

  let token = 1;
  const forgotten: string[] = [];
  const tokens = {
    current: async () => `token-${token}`,
    forget(refused: string) {
      forgotten.push(refused);
      token += 1;
    },
  };
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return { client: apiClient({ tokens, base, pauses: [1, 1], patience: 500 }), seen, forgotten };
}

const problem = (status: number, reason: string, more = {}): Answer => ({
  status,
  type: 'application/problem+json',
  body: { type: 'about:blank', title: 'No', status, reason, ...more },
});
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('It went well, which it must not');
    },
    (error: unknown) => error as ApiProblem,
  );

describe('asking the service', () => {
  it('brings the proof from Teams and gives the view back', async () => {
    const { client, seen } = await aService({ body: { name: 'Guild' } });
    expect(await client.get('/communities/1')).toEqual({ name: 'Guild' });
    expect(seen[0]).toMatchObject({ path: '/api/v1/communities/1', headers: { authorization: 'Bearer token-1' } });
  });

  it('understands an answer without a body', async () => {
    const { client } = await aService({ status: 204, body: '' });
    expect(await client.send('DELETE', '/me', { body: { confirm: 'erase' } })).toBeUndefined();
  });

  it('names the revision that was read', async () => {
    const { client, seen } = await aService({});
    await client.send('PATCH', '/me', { body: { name: 'Ada' }, revision: 7 });
    expect(seen[0]).toMatchObject({ headers: { 'if-match': '"7"' }, body: '{"name":"Ada"}' });
  });
});

describe('a refusal', () => {
  it('carries its reason and the fields it is about', async () => {
    const errors = [{ path: 'name', message: 'Too short' }, { nonsense: true }];
    const { client, seen } = await aService(problem(400, 'invalid-input', { errors }));
    expect(await failureOf(client.get('/x'))).toMatchObject({
      status: 400,
      reason: 'invalid-input',
      fields: [{ path: 'name', message: 'Too short' }],
    });
    expect(seen).toHaveLength(1);
  });

  it('from something that is not our service is unexpected', async () => {
    const { client } = await aService({ status: 500, type: 'text/html', body: '<h1>Proxy</h1>' });
    expect(await failureOf(client.get('/x'))).toMatchObject({ status: 500, reason: 'unexpected' });
  });
});

describe('a token that the service no longer takes', () => {
  it('is replaced once, silently', async () => {
    const { client, seen, forgotten } = await aService(problem(401, 'not-signed-in'), { body: { ok: true } });
    expect(await client.get('/me')).toEqual({ ok: true });
    expect(forgotten).toEqual(['token-1']);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is not replaced for ever', async () => {
    const { client, seen } = await aService(problem(401, 'not-signed-in'));
    expect(await failureOf(client.get('/me'))).toMatchObject({ reason: 'not-signed-in' });
    expect(seen).toHaveLength(2);
  });
});

describe('a passing outage', () => {
  it.each([
    ['a lost connection', 'hang up' as const],
    ['a service that says nothing', 'silence' as const],
    ['a busy service', problem(503, 'unavailable')],
    ['too many requests', problem(429, 'too-many-requests', {})],
  ])('(%s) is waited out when reading', async (_what, outage) => {
    const { client, seen } = await aService(outage, outage, { body: { ok: true } });
    expect(await client.get('/x')).toEqual({ ok: true });
    expect(seen).toHaveLength(3);
  });

  it('is waited out by a write under the same key', async () => {
    const { client, seen } = await aService('hang up', problem(409, 'key-in-use'), { status: 201, body: { id: '1' } });
    await client.send('POST', '/communities', { body: {}, idempotencyKey: 'key-1' });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('is not retried by a write without a key', async () => {
    const { client, seen } = await aService(problem(503, 'unavailable'));
    expect(await failureOf(client.send('POST', '/x', { body: {} }))).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  it('that stays is told', async () => {
    const { client, seen } = await aService('hang up');
    expect(await failureOf(client.get('/x'))).toMatchObject({ reason: 'offline', status: 0 });
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  it('is no excuse to hammer on a code that was wrong too often', async () => {
    const { client, seen } = await aService(problem(429, 'too-many-tries'));
    await failureOf(client.send('POST', '/me/link-codes/redeem', { body: {}, idempotencyKey: 'key-1' }));
    expect(seen).toHaveLength(1);
  });
});
