import type { LinkCodeView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';
import { allRoutes } from '../routes/all.ts';

const service = testService();
const { appThere, inTeams, inConfluence, ask, issuers } = service;

async function linkSite() {
  const { json: issued } = await inTeams('Ada Admin').post<LinkCodeView>('/organisation/site-codes');
  const settings = inConfluence('Ada Admin', { module: 'confluence:globalSettings' });
  await settings.post('/sites/redeem', { body: { code: issued.code } });
}
const claim = (token: string) =>
  ask('POST', '/publications/claim', { body: {}, headers: { authorization: `Bearer ${token}` } });

describe('our app in Confluence, running by itself', () => {
  it('is let in once the site is linked, and not any more when it is unlinked', async () => {
    expect(await appThere().post('/publications/claim')).toMatchObject({
      status: 403,
      json: { reason: 'site-not-linked' },
    });
    await linkSite();
    expect(await appThere().post('/publications/claim')).toMatchObject({ status: 200, json: { attempts: [] } });
    await service.db().deleteFrom('site').execute();
    expect(await appThere().post('/publications/claim')).toMatchObject({ json: { reason: 'site-not-linked' } });
  });

  it('is nobody: no route of people lets it in, and it becomes no person', async () => {
    await linkSite();
    const people = await service.db().selectFrom('person').select('id').execute();
    const known = '01900000-0000-7000-8000-0000000000d1';
    const client = appThere();
    const asks = { GET: client.get, POST: client.post, PUT: client.put, PATCH: client.patch, DELETE: client.delete };
    for (const { method, url, caller } of allRoutes(service.core())) {
      if (caller === 'app' || caller === 'person-or-app') continue;
      const reply = await asks[method](url.replaceAll(/:\w+/gu, known));
      expect({ line: `${method} ${url}`, status: reply.status, reason: reply.json?.reason }).toEqual({
        line: `${method} ${url}`,
        status: 401,
        reason: 'not-signed-in',
      });
    }
    expect(await service.db().selectFrom('person').select('id').execute()).toEqual(people);
  });

  it('is told in plain words where it asks as if it were somebody', async () => {
    await linkSite();
    expect((await appThere().get('/me')).json.detail).toBe(
      'Confluence did not say who you are. Log in to Confluence, then open the page again.',
    );
  });
});

describe('nobody else is taken for the app:', () => {
  it.each<[string, () => Promise<string>, number, string]>([
    ['a person in Teams', () => issuers().entra('Ada Admin'), 403, 'app-only'],
    ['a person who looks at a macro', () => issuers().forge('Ben'), 403, 'app-only'],
    [
      'a function that runs for a person',
      () => issuers().forge('Ben', { module: 'scheduledTrigger' }),
      403,
      'app-only',
    ],
    ['a visitor of a macro', () => issuers().forge('x', { claims: { principal: undefined } }), 401, 'not-signed-in'],
    ['a visitor of a macro by its long name', () => issuers().forgeApp({ module: 'xen:macro' }), 401, 'not-signed-in'],
    [
      'a visitor of a byline',
      () => issuers().forgeApp({ module: 'confluence:contentBylineItem' }),
      401,
      'not-signed-in',
    ],
    [
      'a visitor of the settings',
      () => issuers().forgeApp({ module: 'confluence:globalSettings' }),
      401,
      'not-signed-in',
    ],
    [
      'an unidentified visitor',
      () => issuers().forgeApp({ claims: { principal: 'unidentified' } }),
      401,
      'not-signed-in',
    ],
    ['a token with an empty name', () => issuers().forgeApp({ claims: { principal: '' } }), 401, 'not-signed-in'],
    ['a token that names no module', () => issuers().forgeApp({ claims: { app: {} } }), 401, 'not-signed-in'],
    [
      'a module with a strange type',
      () => issuers().forgeApp({ claims: { app: { module: { type: 7 } } } }),
      401,
      'not-signed-in',
    ],
    ['an expired token', () => issuers().forgeApp({ seconds: -60 }), 401, 'not-signed-in'],
    ['a token for another app', () => issuers().forgeApp({ claims: { aud: 'ari:x' } }), 401, 'not-signed-in'],
    ['a token of another key', () => issuers().forgeApp({ key: 'entra', kid: 'forge' }), 401, 'not-signed-in'],
    ['a token without a site', () => issuers().forgeApp({ claims: { context: {} } }), 401, 'not-signed-in'],
    ['the app of another site', () => issuers().forgeApp({ cloud: 'another-cloud' }), 403, 'site-not-linked'],
  ])('%s', async (_who, token, status, reason) => {
    await linkSite();
    expect(await claim(await token())).toMatchObject({ status, json: { reason } });
    expect(await service.db().selectFrom('publishing_visit').selectAll().execute()).toEqual([]);
  });
});
