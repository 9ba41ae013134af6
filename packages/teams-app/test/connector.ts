import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, SignJWT } from 'jose';
import type { BotConfig } from '../src/bot/bot-config.ts';

export type Taken = { readonly conversationId: string; readonly body: Record<string, unknown>; readonly at: number };

/** How a request goes wrong. `taken` ones are taken all the same, so that only the answer is lost. */
export type Mishap =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string; readonly taken?: boolean }
  | { readonly hangUp: 'before' | 'after' }
  /** No answer ever comes. */
  | { readonly silence: 'before' | 'after' };

/**
 * A Bot Connector with a login server, that takes at most so many messages a second for a tenant and answers 429 beyond
 * that, as Teams does. `mishaps` may make any request go wrong.
 */
export async function startConnector({ perSecond = Infinity }: { readonly perSecond?: number } = {}) {
  const login = await generateKeyPair('RS256');
  const appId = crypto.randomUUID();
  const taken: Taken[] = [];
  const refused: number[] = [];
  let asked = 0;
  let mishaps: (conversationId: string, number: number) => Mishap | undefined = () => undefined;

  const take = (conversationId: string, body: Record<string, unknown>) => {
    taken.push({ conversationId, body, at: performance.now() });
    return `activity-${taken.length}`;
  };
  const isTooMuch = () => {
    const since = performance.now() - 1000;
    return taken.slice(-perSecond - 1).filter(({ at }) => at > since).length >= perSecond;
  };

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const text = await readAll(request);
    if (path.endsWith('/oauth2/v2.0/token')) {
      const token = new SignJWT({ appid: appId }).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h');
      const access_token = await token.setAudience('https://api.botframework.com').sign(login.privateKey);
      return answer(200, { token_type: 'Bearer', expires_in: 3600, access_token });
    }
    if (!request.headers.authorization?.startsWith('Bearer ')) return answer(401, {});
    const body = JSON.parse(text || '{}') as Record<string, unknown>;
    if (path === '/v3/conversations') {
      const [member] = body['members'] as { id: string }[];
      const wrong = mishaps(`new ${member?.id}`, (asked += 1));
      if (wrong && 'status' in wrong) return answer(wrong.status, { error: { code: wrong.code } });
      return answer(201, { id: `a:${member?.id}` });
    }
    const conversationId = /^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    if (!conversationId) return answer(404, {});

    const wrong = mishaps(conversationId, (asked += 1));
    if (wrong && 'hangUp' in wrong) {
      if (wrong.hangUp === 'after') take(conversationId, body);
      return request.socket.destroy();
    }
    if (wrong && 'silence' in wrong) {
      if (wrong.silence === 'after') take(conversationId, body);
      return undefined;
    }
    if (wrong) {
      if (wrong.taken) take(conversationId, body);
      const headers = wrong.retryAfter === undefined ? {} : { 'retry-after': wrong.retryAfter };
      return answer(wrong.status, { error: { code: wrong.code, message: 'secret words' } }, headers);
    }
    if (isTooMuch()) {
      refused.push(performance.now());
      return answer(429, { error: { code: 'TooManyRequests' } }, { 'retry-after': '1' });
    }
    return answer(201, { id: take(conversationId, body) });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config: BotConfig = {
    appId,
    appPassword: 'the bot is who it says',
    loginUrl: url,
    tokenIssuer: 'https://api.botframework.com',
    openIdMetadataUrl: `${url}/metadata`,
    serviceUrls: [url],
    teamsAppId: '11111111-2222-4333-8444-555555555555',
    publicUrl: 'https://copse.example.com',
  };
  return {
    url,
    serviceUrl: `${url}/`,
    config,
    taken,
    refused,
    asked: () => asked,
    goWrong(how: typeof mishaps) {
      mishaps = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
