import { describe, expect, it } from 'vitest';
import { bot, guidOf, ids } from '../../test/issuers.ts';
import { testService } from '../../test/service.ts';

const settings = {
  LOG_LEVEL: 'debug',
  BOT_APP_ID: bot.id,
  BOT_APP_PASSWORD: 'not-used-by-these-tests',
  TEAMS_APP_ID: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1',
};
const service = testService({ settings });
const { ask, issuers, log } = service;

const activity = {
  type: 'typing',
  id: '1',
  channelId: 'msteams',
  serviceUrl: bot.serviceUrl,
  from: { id: '29:mara', name: 'Mara Vogel', aadObjectId: guidOf('Mara') },
  recipient: { id: `28:${bot.id}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: ids.tenant },
  channelData: { tenant: { id: ids.tenant } },
};

const deliver = (token: string | undefined, change: object = {}) =>
  ask('POST', '/api/messages', {
    body: { ...activity, ...change },
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

describe('the bot’s address', () => {
  it('takes what the channel delivers', async () => {
    expect((await deliver(await issuers().channel())).status).toBe(200);
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['a word', async () => 'please'],
    ['a forged signature', () => issuers().channel({ key: 'unpublished', kid: 'channel' })],
    ['an unknown key', () => issuers().channel({ key: 'unpublished' })],
    ['a token of Entra', () => issuers().entra('Mara')],
    ['another audience', () => issuers().channel({ claims: { aud: ids.client } })],
    ['another issuer', () => issuers().channel({ claims: { iss: 'https://evil.example' } })],
    ['another connector', () => issuers().channel({ claims: { serviceurl: 'https://evil.example/' } })],
    ['an expired token', () => issuers().channel({ seconds: -600 })],
  ])('answers 401 to %s, and logs nothing of it', async (_what, token) => {
    const given = await token();
    expect((await deliver(given)).status).toBe(401);

    const whole = log.join('');
    expect(whole).not.toMatch(/Mara|Vogel|BEGIN|"n":|eyJ/);
    if (given) expect(whole).not.toContain(given.split('.').at(-1));
  });

  it('takes no body that is too large, and none that is not JSON', async () => {
    const token = await issuers().channel();
    expect((await deliver(token, { text: 'x'.repeat(300_000) })).status).toBe(413);
    const broken = { body: '{"type":', headers: { authorization: `Bearer ${token}` } };
    expect(await ask('POST', '/api/messages', broken)).toMatchObject({ status: 400, json: { reason: 'not-json' } });
  });

  it('is no page to look at', async () => {
    expect(await ask('GET', '/api/messages')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });
});
