import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LinkCodeView, MeView, OrganisationView } from '@copse/core/contracts';
import { guidOf, ids } from '../../test/issuers.ts';
import { testService } from '../../test/service.ts';

const service = testService();
const { inTeams, inConfluence, ask, issuers } = service;

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const asking = (token: string) => ask('GET', '/me', { headers: { authorization: `Bearer ${token}` } });

/** Puts other words under the signature that another token got. */
const withClaims = (token: string, change: Record<string, unknown>) => {
  const [head, body = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  return [head, base64({ ...claims, ...change }), signature].join('.');
};

async function linkSite() {
  const administrator = inTeams('Ada Admin');
  const { json: issued } = await administrator.post<LinkCodeView>('/organisation/site-codes');
  return inConfluence('Ada Admin', { module: 'confluence:globalSettings' }).post('/sites/redeem', {
    body: { code: issued.code },
  });
}

describe('a token of Entra', () => {
  it('makes a person and an organisation on first sight, and finds them again', async () => {
    const first = await inTeams('Mara Vogel').get<MeView>('/me');
    const again = await inTeams('Mara Vogel').get<MeView>('/me');

    expect(first).toMatchObject({ status: 200, json: { name: 'Mara Vogel', guest: false, profileStarted: false } });
    expect(again.json.id).toBe(first.json.id);
  });

  it('makes one person of many first requests at once', async () => {
    const mara = inTeams('Mara Vogel');
    const replies = await Promise.all(Array.from({ length: 12 }, () => mara.get<MeView>('/me')));
    expect(new Set(replies.map(({ json }) => json.id)).size).toBe(1);
    expect(await service.db().selectFrom('person').select('id').execute()).toHaveLength(1);
  });

  it('says who is a guest and who administers', async () => {
    await inTeams('First Person').get('/me');
    expect((await inTeams('Priya', { claims: { acct: 1 } }).get<MeView>('/me')).json).toMatchObject({ guest: true });
    expect(
      (await inTeams('Idp Guest', { claims: { acct: undefined, idp: 'https://x' } }).get<MeView>('/me')).json.guest,
    ).toBe(true);
    expect((await inTeams('Sven', { claims: { roles: ['Administrator'] } }).get<MeView>('/me')).json).toMatchObject({
      administrator: true,
    });
    expect((await inTeams('Jonas', { claims: { roles: ['Reader'] } }).get<MeView>('/me')).json.administrator).toBe(
      false,
    );
  });

  it('keeps people of two tenants in two organisations', async () => {
    const [here, there] = await Promise.all([
      inTeams('Mara').get<OrganisationView>('/organisation'),
      inTeams('Mara', { tenant: ids.otherTenant }).get<OrganisationView>('/organisation'),
    ]);
    expect(here.json.id).not.toBe(there.json.id);
  });
});

describe('nobody is signed in by', () => {
  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic bWFyYTpwYXNz'],
    ['a word', 'Bearer please'],
    ['two parts', 'Bearer a.b'],
    ['three parts of nothing', 'Bearer a.b.c'],
    ['a very long text', `Bearer ${'a'.repeat(13_000)}.b.c`],
    ['an empty token', 'Bearer '],
  ])('%s', async (_what, authorization) => {
    const reply = await ask('GET', '/me', authorization === undefined ? {} : { headers: { authorization } });

    expect(reply).toMatchObject({
      status: 401,
      json: { reason: 'not-signed-in', status: 401, title: 'Not signed in' },
    });
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer realm="copse"/);
  });

  const entra = (claims: Record<string, unknown>) => () => issuers().entra('Mara', { claims });
  it.each<[string, () => Promise<string>]>([
    ['an expired token', () => issuers().entra('Mara', { seconds: -120 })],
    ['a token of the future', entra({ nbf: Math.floor(Date.now() / 1000) + 600 })],
    ['a token that never ends', entra({ exp: undefined })],
    ['another audience', entra({ aud: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920' })],
    ['another issuer', entra({ iss: 'https://login.microsoftonline.com/x/v2.0' })],
    ['an issuer that only begins like ours', entra({ iss: 'http://127.0.0.1' })],
    ['the issuer of another tenant', entra({ tid: ids.otherTenant })],
    ['a version 1 token', entra({ ver: '1.0' })],
    ['no object id', entra({ oid: undefined })],
    ['an object id that is not one', entra({ oid: 'x:y' })],
    ['no scope, as applications have', entra({ scp: undefined, roles: ['Administrator'] })],
    ['another scope', entra({ scp: 'User.Read' })],
    ['a scope that only contains ours', entra({ scp: 'not_access_as_user' })],
    ['a key that is not published', () => issuers().entra('Mara', { key: 'unpublished' })],
    ['a foreign key under a published name', () => issuers().entra('Mara', { key: 'unpublished', kid: 'entra' })],
    ['the key of Forge under the name of Entra', () => issuers().entra('Mara', { key: 'forge', kid: 'entra' })],
    ['changed claims', async () => withClaims(await issuers().entra('Mara'), { oid: guidOf('Jonas') })],
    [
      'no algorithm',
      async () => `${base64({ alg: 'none', typ: 'JWT' })}.${(await issuers().entra('Mara')).split('.')[1]}.`,
    ],
    [
      'the public key as an HMAC secret',
      async () => {
        const keys = await (await fetch(issuers().settings.ENTRA_JWKS_URL)).text();
        const signed = `${base64({ alg: 'HS256', typ: 'JWT', kid: 'entra' })}.${(await issuers().entra('Mara')).split('.')[1]}`;
        return `${signed}.${createHmac('sha256', keys).update(signed).digest('base64url')}`;
      },
    ],
    [
      'an invocation token for another app',
      () => issuers().forge('Mara', { claims: { aud: 'ari:cloud:ecosystem::app/x' } }),
    ],
    ['an expired invocation token', () => issuers().forge('Mara', { seconds: -60 })],
    ['an invocation token without a site', () => issuers().forge('Mara', { claims: { context: {} } })],
    [
      'an invocation token with a made-up site',
      () => issuers().forge('Mara', { claims: { context: { cloudId: 'a:b' } } }),
    ],
    ['an anonymous viewer', () => issuers().forge('Mara', { claims: { principal: undefined } })],
    ['an invocation token of another key', () => issuers().forge('Mara', { key: 'entra', kid: 'forge' })],
  ])('%s', async (_what, token) => {
    const reply = await asking(await token());
    expect(reply).toMatchObject({ status: 401, json: { reason: 'not-signed-in' } });
    expect(reply.headers['www-authenticate']).toMatch('error="invalid_token"');
    expect(await service.db().selectFrom('person').select('id').execute()).toEqual([]);
  });

  it('a tenant that this service does not serve', async () => {
    const reply = await inTeams('Mara', { tenant: ids.strangeTenant }).get('/me');
    expect(reply).toMatchObject({ status: 403, json: { reason: 'unknown-tenant' } });
  });
});

it('says in plain words what an anonymous viewer can do', async () => {
  const reply = await inConfluence('Mara', { claims: { principal: null } }).get('/me');
  expect(reply.json.detail).toBe('Confluence did not say who you are. Log in to Confluence, then open the page again.');
});

describe('a token of Forge', () => {
  it('is of no use before an administrator has linked the site', async () => {
    expect(await inConfluence('Mara').get('/me')).toMatchObject({ status: 403, json: { reason: 'site-not-linked' } });
    expect(await inConfluence('Mara').get('/sites/current')).toMatchObject({ status: 200, json: { linked: false } });
  });

  it('makes a person once the site is linked', async () => {
    expect(await linkSite()).toMatchObject({ status: 200, json: { linked: true } });
    expect(await inConfluence('Mara').get('/me')).toMatchObject({ status: 200, json: { profileStarted: false } });
  });

  it('of another site is of no use', async () => {
    await linkSite();
    const elsewhere = inConfluence('Mara', { cloud: '00000000-0b4a-4c97-a5d2-e81c9b70f643' });
    expect(await elsewhere.get('/me')).toMatchObject({ status: 403, json: { reason: 'site-not-linked' } });
  });

  it('links a site only from its settings page, and only for a site', async () => {
    const { json: issued } = await inTeams('Ada Admin').post<LinkCodeView>('/organisation/site-codes');
    const body = { code: issued.code };

    expect(await inConfluence('Mara').post('/sites/redeem', { body })).toMatchObject({
      status: 403,
      json: { reason: 'settings-page-only' },
    });
    expect(await inTeams('Ada Admin').post('/sites/redeem', { body })).toMatchObject({
      status: 403,
      json: { reason: 'confluence-only' },
    });
  });

  it('is of no use from the moment that the site is unlinked', async () => {
    await linkSite();
    const macro = inConfluence('Mara');
    expect((await macro.get('/me')).status).toBe(200);

    expect((await inTeams('Ada Admin').delete(`/organisation/sites/${ids.cloud}`)).status).toBe(204);
    expect(await macro.get('/me')).toMatchObject({ status: 403, json: { reason: 'site-not-linked' } });
  });
});

describe('keys', () => {
  it('are not asked for again for a token that was verified before', async () => {
    const mara = inTeams('Mara');
    await mara.get('/me');
    const before = issuers().timesAsked();
    await Promise.all([mara.get('/me'), mara.get('/me'), mara.get<OrganisationView>('/organisation')]);
    expect(issuers().timesAsked()).toBe(before);
  });
});
