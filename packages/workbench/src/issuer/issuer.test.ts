import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPerson, organisation } from '../organisation.ts';
import { startWorkbench, type Workbench } from '../workbench.ts';
import { makeSigningKey } from './signing-key.ts';

const mara = findPerson('mara')!;
const place = { moduleKey: 'community', moduleType: 'xen:macro', extension: { content: { id: '1' } } };
let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench({ port: 0, serviceUrl: 'http://127.0.0.1:9' });
});
afterAll(() => workbench.close());

const keysAt = (path: string) => createRemoteJWKSet(new URL(`${workbench.url}/issuer${path}`));

describe('a token of the issuer', () => {
  it('lets a person into the tab by the published keys', async () => {
    const { payload } = await jwtVerify(await workbench.issuer.entraToken(mara), keysAt('/entra/keys'), {
      issuer: `${workbench.url}/issuer/entra/${organisation.tenantId}/v2.0`,
      audience: organisation.entraClientId,
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({ oid: mara.objectId, tid: organisation.tenantId, scp: 'access_as_user', acct: 0 });
  });

  it('marks the guest and the administrator, and nobody else', async () => {
    const claims = async (key: string) => decodeJwt(await workbench.issuer.entraToken(findPerson(key)!));
    expect(await claims('priya')).toMatchObject({ acct: 1 });
    expect(await claims('sven')).toMatchObject({ roles: ['Administrator'] });
    expect(await claims('mara')).not.toHaveProperty('roles');
  });

  it('names the site and the account of a person who looks at a macro, for 25 seconds', async () => {
    const token = await workbench.issuer.invocationToken(mara, place);
    const { payload } = await jwtVerify(token, keysAt('/forge/.well-known/jwks.json'), {
      issuer: 'forge/invocation-token',
      audience: organisation.forgeAppId,
    });
    expect(payload).toMatchObject({ principal: mara.atlassianId, context: { cloudId: organisation.cloudId } });
    expect(payload.exp! - payload.iat!).toBe(25);
  });

  it('is not accepted when another key signed it', async () => {
    const forged = await workbench.issuer.entraToken(mara, { key: await makeSigningKey('foreign') });
    await expect(jwtVerify(forged, keysAt('/entra/keys'))).rejects.toThrow('no applicable key');
  });

  it('can be bent by a test: a claim changed, a claim removed, a time in the past', async () => {
    const bent = decodeJwt(
      await workbench.issuer.entraToken(mara, {
        claims: { aud: 'elsewhere', scp: undefined },
        issuedAt: new Date('2020-01-01'),
      }),
    );
    expect(bent).toMatchObject({ aud: 'elsewhere', exp: Date.parse('2020-01-01') / 1000 + 3600 });
    expect(bent).not.toHaveProperty('scp');
  });
});

describe("the bot's own sign-in", () => {
  const signIn = (over: Record<string, string> = {}) =>
    fetch(`${workbench.url}/issuer/login/botframework.com/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: organisation.botAppId,
        client_secret: organisation.botAppPassword,
        scope: 'https://api.botframework.com/.default',
        ...over,
      }),
    });

  it('gives a token that the connector accepts', async () => {
    const { access_token } = (await (await signIn()).json()) as { access_token: string };
    expect(await workbench.issuer.verifyAppToken(access_token)).toBe(organisation.botAppId);
  });

  it.each([{ client_secret: 'guess' }, { client_id: 'another-bot' }])('is refused with %o', async (over) => {
    expect((await signIn(over)).status).toBe(401);
  });

  it('cannot use a token of a person at the connector', async () => {
    expect(await workbench.issuer.verifyAppToken(await workbench.issuer.entraToken(mara))).toBeUndefined();
  });
});

it('gives no token by another host name', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(`${workbench.url}/window/people/mara/token`, { headers: { host: 'evil.example' } }, (response) =>
      resolve(response.statusCode),
    ).end();
  });
  expect(status).toBe(421);
});
