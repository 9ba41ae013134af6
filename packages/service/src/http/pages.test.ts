import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService({ settings: { TEAMS_APP_ID: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1' } });
const { ask, app } = service;
const id = '0198d0d0-0000-7000-8000-000000000001';

const policyOf = async (url: string) => String((await ask('GET', url)).headers['content-security-policy']);

describe('the tab', () => {
  it('is asked for anew each time, and its hashed files are kept for a year', async () => {
    const page = await ask('GET', '/tab/index.html');
    expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>Tab</title>' });
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });

    const script = await ask('GET', '/tab/tab.0123456789.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('is not sent again when it has not changed', async () => {
    const { headers } = await ask('GET', '/tab/index.html');
    const again = await ask('GET', '/tab/index.html', { headers: { 'if-none-match': String(headers['etag']) } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip;q=1, br;q=0', 'gzip', gunzipSync],
  ])('is compressed for a browser that accepts %s', async (accepted, encoding, open) => {
    const response = await app().inject({ url: '/tab/tab.0123456789.js', headers: { 'accept-encoding': accepted } });
    expect(response.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(response.rawPayload.length).toBeLessThan(400);
    expect(open(response.rawPayload).toString()).toMatch(/^console\.log\("copse copse/);
  });

  it('may be framed by Teams, Microsoft 365 and the workbench, and by nobody else', async () => {
    const policy = await policyOf('/tab/index.html');
    const framing = policy.split('; ').find((directive) => directive.startsWith('frame-ancestors')) ?? '';
    expect(framing).toMatch(/https:\/\/teams\.microsoft\.com .*https:\/\/\*\.cloud\.microsoft/);
    expect(framing).toContain(new URL(service.issuers().settings.ENTRA_JWKS_URL).origin);
    expect(framing).not.toMatch(/atlassian|\s\*(?:\s|$)/);
    expect(policy).toMatch(/default-src 'none'; script-src 'self'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect((await ask('GET', '/tab/index.html')).headers).not.toHaveProperty('x-frame-options');
  });

  it('learns its settings without sign-in', async () => {
    const { json, headers } = await ask('GET', '/tab/settings.json');
    expect(headers['cache-control']).toBe('max-age=300');
    expect(json).toEqual({
      teamsAppId: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1',
      publicUrl: 'https://copse.example.com',
      hostOrigins: [new URL(service.issuers().settings.ENTRA_JWKS_URL).origin],
    });
  });

  it.each([
    '/tab/..%2Fpackage.json',
    '/tab/%2e%2e/package.json',
    '/tab/.env',
    '/tab/a/b.js',
    '/tab/nothing.js',
    '/tab/%00',
  ])('has nothing at %s', async (url) => {
    expect((await ask('GET', url)).status).toBe(404);
  });

  it('is found at its short address', async () => {
    expect((await ask('GET', '/tab')).headers['location']).toBe('/tab/index.html');
    expect((await ask('GET', '/tab/')).status).toBe(200);
  });
});

describe('a link to a community', () => {
  it('says where to open it, and nothing about what it leads to', async () => {
    const page = await ask('GET', `/open/communities/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1>A community in Copse</h1>');
    expect(page.text).toContain(`/?left=mara/teams/app/home/communities/${id}`);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'.*style-src 'sha256-/);
    expect(page.headers['x-frame-options']).toBe('DENY');
  });

  it('is the same whether the community exists or not, and never writes into the page what was in the address', async () => {
    expect(await ask('GET', `/open/communities/${id}`)).toMatchObject({ status: 200 });
    const broken = await ask('GET', '/open/communities/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(broken.status).toBe(404);
    expect(broken.text).not.toContain('script');
  });
});

describe('the API', () => {
  it('may be framed by nobody, nor kept, nor sniffed', async () => {
    expect((await ask('GET', '/me')).headers).toMatchObject({
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('can be browsed under a policy of its own', async () => {
    const page = await app().inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self'.*connect-src 'self'/);
    expect(page.body).not.toMatch(/<script>(?!\s*<)/);
  });
});
