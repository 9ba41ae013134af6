import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectorClient } from 'botframework-connector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureIn } from './connector-failure.ts';
import { sendingDirectly } from './adapter-sending.ts';

let connector: (request: IncomingMessage, said: string, response: ServerResponse) => void;
const server = createServer((request, response) => {
  let said = '';
  request.on('data', (part: Buffer) => (said += part.toString('utf8')));
  request.on('end', () => connector(request, said, response));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const clientFor = (path: string) =>
  sendingDirectly({
    baseUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    credentials: { getToken: () => Promise.resolve('the bot') },
    conversations: {},
  } as unknown as ConnectorClient).conversations;

describe('a message to the connector', () => {
  it.each(['/emea/', '/emea'])('goes below %s with its ids as addresses want them', async (path) => {
    const got: unknown[] = [];
    connector = ({ method, url, headers }, said, response) => {
      got.push(method, url, headers.authorization, JSON.parse(said));
      response.writeHead(201).end('{"id":"m2"}');
    };
    const { id } = await clientFor(path).replyToActivity('19:a@thread;messageid=1', 'm/1', { text: 'Grüße 👋' });

    expect(id).toBe('m2');
    const address = '/emea/v3/conversations/19%3Aa%40thread%3Bmessageid%3D1/activities/m%2F1';
    expect(got).toEqual(['POST', address, 'Bearer the bot', { text: 'Grüße 👋' }]);
  });

  it('that is not taken says why', async () => {
    connector = (_request, _said, response) =>
      response.writeHead(403, { 'retry-after': '2' }).end('{"error":{"code":"MessageWritesBlocked"}}');
    const error = await clientFor('/')
      .sendToConversation('a', { text: 'hello' })
      .catch((reason: unknown) => reason);

    expect(failureIn(error, 0)).toEqual({ status: 403, code: 'MessageWritesBlocked', retryAfterMs: 2000 });
    expect(String(error)).not.toContain('MessageWritesBlocked');
  });

  it.each([
    [
      'an answer that breaks off',
      (response: ServerResponse) => response.writeHead(201).write('{"id"', () => response.destroy()),
    ],
    ['a lost connection', (response: ServerResponse) => response.destroy()],
    ['silence', () => undefined],
  ])('after %s may have been taken or not', async (_what, answer) => {
    connector = (_request, _said, response) => setImmediate(() => answer(response));
    const within = { timeout: 300 } as object;
    const error = await clientFor('/')
      .sendToConversation('a', { text: 'hello' }, within)
      .catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(Error);
    expect(failureIn(error, 0).status).toBeUndefined();
  });
});
