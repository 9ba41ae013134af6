import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, graphTalks } from './graph-talks.ts';

const SECRET = 'a-secret-of-the-tests';
type Path = 'token' | 'meeting' | 'thread';
type Asked = { readonly user: string; readonly body: Readonly<Record<string, string>> };

const textOf = async (request: IncomingMessage) => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

/**
 * Entra's token endpoint and Graph on a loopback port: `createOrGet` makes one meeting for each user and external id, and
 * messages are what a test has people say.
 */
export async function startGraph() {
  const meetings = new Map<string, Asked & { readonly joinWebUrl: string }>();
  const tokens: string[] = [];
  const talks = graphTalks();
  let instead: { path: Path; answer: Answer } | undefined;

  const answerTo = (path: Path, usual: () => Answer): Answer => (instead?.path === path ? instead.answer : usual());

  function token(body: URLSearchParams, tenant: string): Answer {
    if (body.get('client_secret') !== SECRET) return { status: 401, body: { error: 'invalid_client' } };
    tokens.push(`${tenant} ${body.get('scope')}`);
    return { status: 200, body: { access_token: `token of ${tenant}`, expires_in: 3599 } };
  }

  function createOrGet(user: string, body: Asked['body'], authorization: string | undefined): Answer {
    if (!authorization?.startsWith('Bearer token of ')) return { status: 401, body: {} };
    const key = `${user} ${body['externalId']}`;
    const known = meetings.get(key);
    const meeting = known ?? { user, body, joinWebUrl: `https://teams.example/join/${meetings.size + 1}` };
    meetings.set(key, meeting);
    return { status: known ? 200 : 201, body: { joinWebUrl: meeting.joinWebUrl } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const text = await textOf(request);
    const path = request.url ?? '';
    const [, tenant = ''] = /^\/login\/([^/]+)\/oauth2\/v2\.0\/token$/u.exec(path) ?? [];
    const [, user = ''] = /^\/v1\.0\/users\/([^/]+)\/onlineMeetings\/createOrGet$/u.exec(path) ?? [];
    const { authorization } = request.headers;
    const answer = () => {
      if (tenant) return answerTo('token', () => token(new URLSearchParams(text), tenant));
      if (user) return answerTo('meeting', () => createOrGet(user, JSON.parse(text) as Asked['body'], authorization));
      return answerTo('thread', () => talks.answer(new URL(path, origin), authorization));
    };
    await talks.slowness();
    const { status, body, headers } = answer();
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(status === 302 ? { location: '/' } : {}),
      ...headers,
    });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    secret: SECRET,
    settings: { GRAPH_CLIENT_SECRET: SECRET, GRAPH_URL: origin, GRAPH_LOGIN_URL: `${origin}/login` },
    meetings,
    /** Tenant and scope of each token that was given out. */
    tokens,
    /** What is answered in place of the usual, until it is called without anything. */
    answer: (path?: Path, status = 500, body: unknown = {}, headers: Answer['headers'] = {}) =>
      void (instead = path && { path, answer: { status, body, headers } }),
    talks,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
