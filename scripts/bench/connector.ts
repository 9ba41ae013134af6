/**
 * A Bot Connector and its login server, as Teams has them: signs what it delivers, takes messages only with a token, and
 * holds whoever sends to Microsoft's limits.
 *
 * node connector.ts <how many times faster than Teams, or `unlimited`>; prints its origin when it listens.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** learn.microsoft.com «Optimize your bot with rate limiting»: per app and tenant, and per conversation. */
const TENANT = [{ count: 50, ms: 1000 }];
const CONVERSATION = [
  { count: 7, ms: 1000 },
  { count: 8, ms: 2000 },
  { count: 60, ms: 30_000 },
  { count: 1800, ms: 3_600_000 },
];
/** Teams also says 429 when it is busy with others: one in so many, whatever the sender does. */
const BUSY_ONE_IN = 500;

const faster = process.argv[2] === 'unlimited' ? Infinity : Number(process.argv[2] ?? 1);
const tenant = counter(TENANT);
const conversations = new Map<string, { readonly windows: ReturnType<typeof counter>; taken: number }>();
const seen = { taken: 0, tooFast: 0, busy: 0, first: 0, last: 0 };

/** Whether one more is allowed now; if so, it is counted. Remembers as many moments as its largest window holds. */
function counter(windows: readonly { readonly count: number; readonly ms: number }[]) {
  const most = Math.max(...windows.map(({ count }) => count));
  let moments: number[] = [];
  return {
    allows: (now: number) => windows.every(({ count, ms }) => now - (moments.at(-count) ?? -Infinity) > ms / faster),
    add(now: number) {
      if (moments.length > 4 * most) moments = moments.slice(-most);
      moments.push(now);
    },
  };
}

function take(conversation: string, now: number): string {
  const known = conversations.get(conversation) ?? { windows: counter(CONVERSATION), taken: 0 };
  conversations.set(conversation, known);
  tenant.add(now);
  known.windows.add(now);
  known.taken += 1;
  seen.taken += 1;
  seen.first ||= now;
  seen.last = now;
  return `activity-${seen.taken}`;
}

function send(conversation: string, answer: Answer) {
  const now = performance.now();
  if (faster === Infinity) return answer(201, { id: take(conversation, now) });
  const allowed = tenant.allows(now) && (conversations.get(conversation)?.windows.allows(now) ?? true);
  const isBusy = (seen.taken + seen.tooFast + seen.busy) % BUSY_ONE_IN === BUSY_ONE_IN - 1;
  if (allowed && !isBusy) return answer(201, { id: take(conversation, now) });
  seen[allowed ? 'busy' : 'tooFast'] += 1;
  return answer(429, { error: { code: 'TooManyRequests' } }, { 'retry-after': String(1 / faster) });
}

const channel = await generateKeyPair('RS256');
const login = await generateKeyPair('RS256');
type Answer = (status: number, body: unknown, headers?: Record<string, string>) => unknown;

async function serve(request: IncomingMessage, answer: Answer): Promise<unknown> {
  const url = new URL(request.url ?? '/', origin);
  const path = decodeURIComponent(url.pathname);
  if (path === '/metadata') {
    return answer(200, {
      issuer: 'https://api.botframework.com',
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  }
  if (path === '/keys') {
    const key = { ...(await exportJWK(channel.publicKey)), kid: 'channel', alg: 'RS256', use: 'sig' };
    return answer(200, { keys: [{ ...key, endorsements: ['msteams'] }] });
  }
  // What Teams would put into the Authorization header of what it delivers to this bot.
  if (path === '/delivery-token') {
    const token = await new SignJWT({ serviceurl: `${origin}/` })
      .setProtectedHeader({ alg: 'RS256', kid: 'channel', typ: 'JWT' })
      .setIssuer('https://api.botframework.com')
      .setAudience(url.searchParams.get('bot') ?? '')
      .setIssuedAt()
      .setNotBefore('-1 minute')
      .setExpirationTime('1 hour')
      .sign(channel.privateKey);
    return answer(200, { token });
  }
  if (path === '/seen') {
    const counts = [...conversations.values()].map(({ taken }) => taken);
    return answer(200, { ...seen, conversations: counts.length, doubled: counts.filter((count) => count > 1).length });
  }
  if (path.endsWith('/oauth2/v2.0/token')) {
    const token = new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h');
    const access_token = await token.setAudience('https://api.botframework.com').sign(login.privateKey);
    return answer(200, { token_type: 'Bearer', expires_in: 3600, access_token });
  }
  if (!request.headers.authorization?.startsWith('Bearer ')) return answer(401, {});
  const [, conversation, member] = /^\/v3\/conversations\/([^/]+)\/(?:activities|members\/(.+))/u.exec(path) ?? [];
  if (conversation === undefined) return answer(404, {});
  if (member !== undefined) return answer(200, { id: member, name: 'Somebody', userRole: 'user' });
  return send(conversation, answer);
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  request.resume();
  request.on('end', () => {
    serve(request, (status, body, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)),
    ).catch(() => response.destroy());
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
console.log(origin);
