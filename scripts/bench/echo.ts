/**
 * The smallest bot that the Bot Framework SDK makes: it checks the token of what is delivered, and says the same words
 * back. What our bot is measured beside.
 *
 * node echo.ts <connector> <app id>; prints its origin when it listens.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter } from 'botbuilder';
import { BotFrameworkAuthenticationFactory, MsalServiceClientCredentialsFactory } from 'botframework-connector';
import { tokenClient } from '../../packages/teams-app/src/bot/adapter-token.ts';

const [connector = '', appId = ''] = process.argv.slice(2);
const AUDIENCE = 'https://api.botframework.com';
const client = tokenClient({ appId, appPassword: 'the bot is who it says', loginUrl: connector });
const credentials = new MsalServiceClientCredentialsFactory(appId, client);
const adapter = new CloudAdapter(
  BotFrameworkAuthenticationFactory.create(
    '',
    false,
    connector,
    AUDIENCE,
    AUDIENCE,
    connector,
    `${connector}/metadata`,
    `${connector}/metadata`,
    'urn:botframework:azure',
    credentials,
    { requiredEndorsements: [] },
  ),
);

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}

/** What the SDK expects of Express and its like. */
const asExpress = (response: ServerResponse) => ({
  socket: response.socket,
  status: (code: number) => void (response.statusCode = code),
  header: (name: string, value: unknown) => void response.setHeader(name, String(value)),
  send: (body: unknown) => void response.write(typeof body === 'string' ? body : JSON.stringify(body)),
  end: () => void response.end(),
});

const server = createServer((request, response) => {
  void (async () => {
    const body = await bodyOf(request);
    await adapter.process(Object.assign(request, { body }) as never, asExpress(response) as never, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`);
    });
  })().catch(() => response.writeHead(500).end());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
