import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutgoingMessage } from '@copse/core';
import { linksFor } from '@copse/teams-app/bot';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { webhookMessenger } from './webhook-messenger.ts';

const links = linksFor({ teamsAppId: 'app', publicUrl: 'https://copse.example.com', appId: 'bot' });
const sending = { signal: new AbortController().signal, handOver: async () => true };
const message: OutgoingMessage = {
  items: [
    {
      kind: 'new-question',
      what: 'question-asked',
      title: 'New question: “How do I test a page?”',
      because: 'You want to hear of new questions.',
      link: { kind: 'question', id: '0198c2a0-0000-7000-8000-000000000001' },
      community: undefined,
      excerpt: undefined,
      topics: [],
    },
  ],
  more: 0,
  forPlace: true,
};

let received: { path: string | undefined; body: unknown }[] = [];
let answers: { status: number; headers?: Record<string, string> } = { status: 202 };
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => (text += part.toString()));
  request.on('end', () => {
    received.push({ path: request.url, body: JSON.parse(text) });
    response.writeHead(answers.status, answers.headers).end('an answer with words');
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/workflows/abc`;
});
afterAll(() => server.close());
beforeEach(() => {
  received = [];
  answers = { status: 202 };
});

const post = () => webhookMessenger(links)({ by: 'webhook', url }, message, sending);

it('posts a card as Teams Workflows takes it', async () => {
  expect(await post()).toEqual({ outcome: 'sent' });
  expect(received).toMatchObject([
    {
      path: '/workflows/abc',
      body: {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            contentUrl: null,
            content: { type: 'AdaptiveCard', version: '1.5' },
          },
        ],
      },
    },
  ]);
});

it.each([
  [
    { status: 429, headers: { 'retry-after': '12' } },
    { outcome: 'later', afterMs: 12_000 },
  ],
  [{ status: 500 }, { outcome: 'later' }],
  [{ status: 504 }, { outcome: 'later', unsure: true }],
  [{ status: 404 }, { outcome: 'refused', reason: 'webhook-gone' }],
  [{ status: 400 }, { outcome: 'refused', reason: 'not-taken' }],
  // An address that leads elsewhere is not followed: it was checked, and where it leads was not.
  [
    { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
    { outcome: 'refused', reason: 'not-taken' },
  ],
])('%j is understood', async (given, expected) => {
  answers = given;
  expect(await post()).toMatchObject(expected);
});

it('nobody there is a reason to try again', async () => {
  const gone = { by: 'webhook', url: 'http://127.0.0.1:9/' } as const;
  expect(await webhookMessenger(links)(gone, message, sending)).toMatchObject({ outcome: 'later', unsure: true });
});
