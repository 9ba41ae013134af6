import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const TENANT = '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4';
const OTHER_TENANT = '9a1b4c1e-8a77-4b0e-9c55-1f6a3be0d7aa';
const STRANGE_TENANT = '00000000-8a77-4b0e-9c55-1f6a3be0d7bb';
const CLIENT = 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610';
const FORGE_APP = 'ari:cloud:ecosystem::app/6e0c1d52-97f4-4a3b-8f27-d1b9e5a40c36';
const CLOUD = '3f6d8e21-0b4a-4c97-a5d2-e81c9b70f643';

/** Tenants and applications as the tests know them; `strange` is a tenant that the configuration does not name. */
export const ids = {
  tenant: TENANT,
  otherTenant: OTHER_TENANT,
  strangeTenant: STRANGE_TENANT,
  client: CLIENT,
  forgeApp: FORGE_APP,
  cloud: CLOUD,
} as const;

export const guidOf = (seed: string) => {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const bot = {
  id: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
} as const;

/** How a test bends a token: other claims (`undefined` leaves one out), another key, algorithm, lifetime. */
export type Bend = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: 'entra' | 'forge' | 'channel' | 'unpublished';
  /** Claims to be signed by a published key that did not sign it. */
  readonly kid?: string;
  readonly seconds?: number;
};

/** Two issuers that sign with RS256 and publish their keys on a loopback port, as Entra and Forge do. */
export async function startIssuers() {
  const pairs = {
    entra: await generateKeyPair('RS256'),
    forge: await generateKeyPair('RS256'),
    channel: await generateKeyPair('RS256'),
    unpublished: await generateKeyPair('RS256'),
  };
  let asked = 0;
  let down = false;
  const server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/bot/metadata') return void response.end(JSON.stringify({ jwks_uri: `${origin}/bot/keys` }));
    const name = request.url?.startsWith('/entra') ? 'entra' : request.url?.startsWith('/bot') ? 'channel' : 'forge';
    if (down) return void response.writeHead(500).end();
    void exportJWK(pairs[name].publicKey).then((jwk) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: [{ ...jwk, kid: name, alg: 'RS256', use: 'sig' }] })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function sign(usual: 'entra' | 'forge' | 'channel', claims: Record<string, unknown>, bend: Bend) {
    const key = bend.key ?? usual;
    const issuedAt = Math.floor(Date.now() / 1000);
    const all = { iat: issuedAt, nbf: issuedAt, exp: issuedAt + (bend.seconds ?? 600), ...claims, ...bend.claims };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(kept)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: bend.kid ?? key })
      .sign(pairs[key].privateKey);
  }

  return {
    settings: {
      COPSE_MODE: 'workbench',
      PORT: '0',
      LOG_LEVEL: 'info',
      COPSE_SECRET: 'workbench-only-secret-for-local-use-0000',
      ENTRA_CLIENT_ID: CLIENT,
      ENTRA_TENANT_IDS: `${TENANT},${OTHER_TENANT}`,
      ENTRA_ISSUER: `${origin}/entra/{tid}/v2.0`,
      ENTRA_JWKS_URL: `${origin}/entra/keys`,
      FORGE_APP_ID: FORGE_APP,
      FORGE_JWKS_URL: `${origin}/forge/keys`,
      BOT_OPENID_METADATA_URL: `${origin}/bot/metadata`,
      RATE_LIMIT_TEAMS: '0',
      RATE_LIMIT_CONFLUENCE: '0',
    },
    timesAsked: () => asked,
    goDown: (is: boolean) => void (down = is),
    close: () => new Promise((resolve) => server.close(resolve)),

    /** What Teams gives the tab for `name`, a person of the tenant. */
    entra(name: string, bend: Bend & { readonly tenant?: string } = {}) {
      const tenant = bend.tenant ?? TENANT;
      return sign(
        'entra',
        {
          ver: '2.0',
          iss: `${origin}/entra/${tenant}/v2.0`,
          aud: CLIENT,
          tid: tenant,
          oid: guidOf(name),
          scp: 'openid access_as_user',
          name,
          preferred_username: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
          acct: 0,
        },
        bend,
      );
    },

    /** What the Bot Connector sends with each activity. */
    channel: (bend: Bend = {}) =>
      sign('channel', { iss: 'https://api.botframework.com', aud: bot.id, serviceurl: bot.serviceUrl }, bend),

    /** What Forge sends for a function of our app that runs by itself, for nobody. */
    forgeApp(bend: Bend & { readonly cloud?: string; readonly module?: string } = {}) {
      return sign(
        'forge',
        {
          iss: 'forge/invocation-token',
          aud: FORGE_APP,
          app: { id: FORGE_APP, module: { type: bend.module ?? 'scheduledTrigger', key: 'copse-publish' } },
          context: { cloudId: bend.cloud ?? CLOUD, siteUrl: 'https://lindenhof.atlassian.net' },
        },
        bend,
      );
    },

    /** What Forge sends for a macro that `name` looks at. */
    forge(name: string, bend: Bend & { readonly cloud?: string; readonly module?: string } = {}) {
      return sign(
        'forge',
        {
          iss: 'forge/invocation-token',
          aud: FORGE_APP,
          app: { id: FORGE_APP, module: { type: bend.module ?? 'macro', key: 'copse-community' } },
          context: { cloudId: bend.cloud ?? CLOUD, siteUrl: 'https://lindenhof.atlassian.net' },
          principal: `712020:${guidOf(name)}`,
        },
        bend,
      );
    },
  };
}

export type Issuers = Awaited<ReturnType<typeof startIssuers>>;
