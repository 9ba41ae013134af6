import Fastify from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPerson, organisation } from '../organisation.ts';
import { channelByKey, personalConversationId, userId } from '../team.ts';
import { startWorkbench, type Workbench } from '../workbench.ts';

const mara = findPerson('mara')!;
const home = personalConversationId(mara);
const channel = channelByKey('accessibility')!.id;
const CARD = 'application/vnd.microsoft.card.adaptive';

type Activity = Record<string, unknown> & { type: string; conversation: { id: string }; id: string };

let workbench: Workbench;
let heard: Activity[];
let answer: (activity: Activity) => unknown;
const bot = Fastify();

/** A bot of few words: it checks the channel's signature and remembers what it heard. */
bot.post<{ Body: Activity }>('/api/messages', async (request, reply) => {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const keys = createRemoteJWKSet(new URL(`${workbench.url}/issuer/botframework/keys`));
  const { payload } = await jwtVerify(token, keys, { audience: organisation.botAppId });
  if (payload['serviceurl'] !== request.body['serviceUrl']) return reply.code(401).send({});
  heard.push(request.body);
  return reply.send((await answer(request.body)) ?? {});
});
await bot.listen({ host: '127.0.0.1', port: 0 });

beforeEach(async () => {
  heard = [];
  answer = () => undefined;
  workbench = await startWorkbench({
    port: 0,
    serviceUrl: `http://127.0.0.1:${(bot.server.address() as AddressInfo).port}`,
  });
});
afterEach(() => workbench.close());

const ask = async (method: string, path: string, body?: unknown, token?: string) => {
  const response = await fetch(`${workbench.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const asBot = async (method: string, path: string, body?: unknown) =>
  ask(method, `/connector${path}`, body, await workbench.issuer.appToken(organisation.botAppId, organisation.tenantId));
const at = (id: string) => encodeURIComponent(id);
const open = () => ask('POST', `/window/conversations/${at(home)}/open`, { as: 'mara' });
const read = async (id: string, as = 'mara') => {
  const { body } = await ask('GET', `/window/conversations/${at(id)}?as=${as}`);
  return (body['messages'] ?? []) as {
    id: string;
    text?: string;
    deleted?: true;
    attachments: { content: unknown }[];
  }[];
};

describe('the connector', () => {
  it('turns away a call without our token', async () => {
    expect((await ask('POST', `/connector/v3/conversations/${at(home)}/activities`, { text: 'hi' })).status).toBe(401);
  });

  it('does not let the bot write to a person who has not installed it', async () => {
    const { status, body } = await asBot('POST', `/v3/conversations/${at(home)}/activities`, {
      type: 'message',
      text: 'hi',
    });
    expect({ status, body }).toMatchObject({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
  });

  it('shows, edits and withdraws a message of the bot', async () => {
    await open();
    const sent = await asBot('POST', `/v3/conversations/${at(home)}/activities`, { type: 'message', text: 'one' });
    const path = `/v3/conversations/${at(home)}/activities/${String(sent.body['id'])}`;
    await asBot('PUT', path, { type: 'message', text: 'two' });
    expect(await read(home)).toMatchObject([{ text: 'two' }]);

    await asBot('DELETE', path);
    expect(await read(home)).toMatchObject([{ deleted: true }]);
  });

  it('refuses a message that Teams would find too big', async () => {
    await open();
    const { status } = await asBot('POST', `/v3/conversations/${at(home)}/activities`, {
      type: 'message',
      text: 'x'.repeat(30_000),
    });
    expect(status).toBe(413);
  });

  it('opens a conversation with a person for a proactive message', async () => {
    await open();
    const { body } = await asBot('POST', '/v3/conversations', { members: [{ id: userId(mara) }], isGroup: false });
    expect(body['id']).toBe(home);
  });

  it('pages through the members of the team', async () => {
    const first = await asBot('GET', `/v3/conversations/${at(channel)}/pagedmembers?pageSize=4`);
    const rest = await asBot(
      'GET',
      `/v3/conversations/${at(channel)}/pagedmembers?pageSize=4&continuationToken=${String(first.body['continuationToken'])}`,
    );
    expect([first.body['members'], rest.body['members']].flat()).toHaveLength(6);
    expect(rest.body).not.toHaveProperty('continuationToken');
  });
});

describe('the Teams window', () => {
  it('installs the app with the first look at its chat, once', async () => {
    await open();
    await open();
    expect(heard.map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate']);
  });

  it('keeps a message in a channel from the bot unless the bot is mentioned, or the team lets it read all', async () => {
    await ask('POST', `/window/conversations/${at(channel)}/messages`, {
      as: 'mara',
      text: 'Who has a screen reader?',
    });
    expect(heard).toEqual([]);

    await ask('POST', `/window/conversations/${at(channel)}/messages`, { as: 'mara', text: '@Copse find captions' });
    expect(heard[0]).toMatchObject({
      text: '<at>Copse</at> find captions',
      conversation: { conversationType: 'channel' },
      from: { aadObjectId: mara.objectId },
    });
    expect(heard[0]?.conversation.id).toMatch(/;messageid=\d+$/);

    await ask('POST', `/window/conversations/${at(channel)}/install`, { as: 'jonas' });
    heard.length = 0;
    await ask('POST', `/window/conversations/${at(channel)}/messages`, { as: 'mara', text: 'Nobody?' });
    expect(heard).toMatchObject([{ text: 'Nobody?', entities: [{ type: 'clientInfo' }] }]);
  });

  it('shows the answer to a press on a card to the one who pressed', async () => {
    await ask('POST', `/window/conversations/${at(channel)}/install`, { as: 'jonas' });
    const card = (text: string) => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] });
    const sent = await asBot('POST', `/v3/conversations/${at(channel)}/activities`, {
      type: 'message',
      attachments: [{ contentType: CARD, content: card('for everybody') }],
    });
    answer = () => ({ statusCode: 200, type: CARD, value: card('for Mara') });
    const press = {
      as: 'mara',
      messageId: sent.body['id'],
      action: { type: 'Action.Execute', verb: 'join', data: {} },
    };
    await ask('POST', `/window/conversations/${at(channel)}/actions`, press);

    expect((await read(channel))[0]?.attachments[0]?.content).toEqual(card('for Mara'));
    expect((await read(channel, 'tomas'))[0]?.attachments[0]?.content).toEqual(card('for everybody'));
  });

  it("fetches a person's own view where the card offers them one", async () => {
    await open();
    const refresh = { action: { type: 'Action.Execute', verb: 'show' }, userIds: [userId(mara)] };
    await asBot('POST', `/v3/conversations/${at(home)}/activities`, {
      type: 'message',
      attachments: [{ contentType: CARD, content: { type: 'AdaptiveCard', refresh } }],
    });
    answer = () => ({ statusCode: 200, type: CARD, value: { type: 'AdaptiveCard', own: true } });
    await open();

    expect(heard.at(-1)).toMatchObject({ name: 'adaptiveCard/action', value: { trigger: 'automatic' } });
    expect((await read(home))[0]?.attachments[0]?.content).toMatchObject({ own: true });
  });

  it("does not show one person another person's chat", async () => {
    expect((await ask('GET', `/window/conversations/${at(home)}?as=tomas`)).status).toBe(404);
  });

  it('says so when the bot cannot be reached, and can try the installation again', async () => {
    workbench.connectService('http://127.0.0.1:9');
    expect(await open()).toMatchObject({
      status: 502,
      body: { problem: expect.stringContaining('Is the service running') },
    });
    expect(workbench.scene.state.installed).toEqual([]);
  });
});
