import { describe, expect, it } from 'vitest';
import { describeConfiguration } from './config/describe.ts';
import { ConfigurationError, readConfig } from './config.ts';

const production = {
  PUBLIC_URL: 'https://copse.example.com',
  DATABASE_URL: 'postgresql://copse@db.example.com/copse',
  COPSE_SECRET: 'Zm9yIHRlc3RzIG9ubHksIGJ1dCBsb25nIGVub3VnaA==',
  COPSE_SEAL_KEY: 'dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=',
  ENTRA_CLIENT_ID: 'C09E5B7A-2f31-4d86-8e1c-7b44a9f2d610',
  ENTRA_TENANT_IDS: '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4',
};
const workbench = {
  ...production,
  COPSE_MODE: 'workbench',
  ENTRA_ISSUER: 'http://127.0.0.1:4600/issuer/entra/{tid}/v2.0',
  ENTRA_JWKS_URL: 'http://127.0.0.1:4600/issuer/entra/keys',
};

const faultsOf = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ variable, problem }) => `${variable} ${problem}`);
  }
};

describe('the configuration', () => {
  it('needs little more than its database and its tenant, and is careful by itself', () => {
    expect(readConfig(production)).toMatchObject({
      mode: 'production',
      host: '127.0.0.1',
      port: 3978,
      entra: {
        clientId: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
        issuer: 'https://login.microsoftonline.com/{tid}/v2.0',
      },
      bot: undefined,
      forge: undefined,
      hostOrigins: [],
    });
  });

  it('counts an empty variable as unset', () => {
    expect(readConfig({ ...production, PORT: '', BOT_APP_ID: ' ' })).toMatchObject({ port: 3978, bot: undefined });
  });

  it('tells every fault at once', () => {
    const faults = faultsOf({
      COPSE_MODE: 'produktion',
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      ENTRA_TENANT_IDS: 'northwind',
      ADMINISTRATORS: 'mara',
      STOP_AFTER_MS: '5s',
    });
    expect(faults.map((fault) => fault.split(' ')[0]).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'ADMINISTRATORS',
      'COPSE_MODE',
      'COPSE_SEAL_KEY',
      'COPSE_SECRET',
      'DATABASE_URL',
      'ENTRA_CLIENT_ID',
      'ENTRA_TENANT_IDS',
      'PORT',
      'PUBLIC_URL',
      'STOP_AFTER_MS',
    ]);
  });

  it('never repeats a value, since it may be a secret', () => {
    const message = new ConfigurationError([]).message + faultsOf({ ...production, COPSE_SECRET: 'hunter2' }).join();
    expect(message).not.toContain('hunter2');
  });

  it('notices a slip in a name, which would silently be ignored', () => {
    expect(faultsOf({ ...production, ENTRA_TENANT_ID: 'x', RATE_LIMIT_TEAM: '5', DATABSE_CONNECTIONS: '3' })).toEqual([
      'RATE_LIMIT_TEAM is not known; was RATE_LIMIT_TEAMS meant?',
      'DATABSE_CONNECTIONS is not known; was DATABASE_CONNECTIONS meant?',
    ]);
  });
});

describe('production', () => {
  it.each([
    ['ENTRA_ISSUER', 'http://127.0.0.1:4600/issuer/entra/{tid}/v2.0'],
    ['ENTRA_ISSUER', 'https://localhost:4600/{tid}'],
    ['ENTRA_JWKS_URL', 'http://login.example.com/keys'],
    ['ENTRA_JWKS_URL', 'https://[::1]/keys'],
    ['ENTRA_ISSUER', 'https://localhost./{tid}'],
    ['ENTRA_JWKS_URL', 'https://issuer.localhost/keys'],
    ['ENTRA_JWKS_URL', 'https://[::ffff:127.0.0.1]/keys'],
    ['FORGE_JWKS_URL', 'https://127.1.2.3/keys'],
    ['BOT_OPENID_METADATA_URL', 'http://127.0.0.1/metadata'],
    ['BOT_LOGIN_URL', 'http://login.example.com'],
    ['GRAPH_URL', 'http://graph.example.com'],
    ['GRAPH_LOGIN_URL', 'https://127.0.0.1/login'],
    ['BOT_SERVICE_URLS', 'https://smba.trafficmanager.net/,http://127.0.0.1:4600/connector'],
    ['PUBLIC_URL', 'http://copse.example.com'],
  ])('refuses %s at %s', (name, address) => {
    expect(faultsOf({ ...production, [name]: address })).toEqual([
      expect.stringMatching(`^${name} must (not lie|begin)`),
    ]);
  });

  it.each([
    ['the secret of the workbench', 'workbench-only-secret-for-local-use-0000'],
    ['a short one', 'too-short'],
    ['one letter many times', 'a'.repeat(64)],
  ])('refuses as its secret %s', (_what, secret) => {
    expect(faultsOf({ ...production, COPSE_SECRET: secret })).toEqual([expect.stringMatching('^COPSE_SECRET ')]);
  });

  it.each([
    ['the key of the workbench', 'd29ya2JlbmNoLW9ubHktc2VhbC1ub2JvZHktaGlkZXM='],
    ['a short one', 'dG9vLXNob3J0'],
    ['one byte many times', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['an easy one among others', `${production.COPSE_SEAL_KEY},AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=`],
  ])('refuses as its seal key %s', (_what, key) => {
    expect(faultsOf({ ...production, COPSE_SEAL_KEY: key })).toEqual([expect.stringMatching('^COPSE_SEAL_KEY ')]);
  });

  it('takes a new seal key in front of the old one', () => {
    const keys = `bmV3IGtleSBvZiAzMiBieXRlcyBmb3IgdGVzdHMgISE=,${production.COPSE_SEAL_KEY}`;
    expect(readConfig({ ...production, COPSE_SEAL_KEY: keys }).sealKeys.map((key) => key.length)).toEqual([32, 32]);
  });

  it.each(['DATABASE_URL', 'COPSE_SECRET', 'COPSE_SEAL_KEY', 'PUBLIC_URL', 'ENTRA_CLIENT_ID', 'ENTRA_TENANT_IDS'])(
    'does not start without %s',
    (name) => {
      expect(faultsOf({ ...production, [name]: undefined })).toEqual([expect.stringMatching(`^${name} is required`)]);
    },
  );

  it('asks for all that a bot needs', () => {
    const faults = faultsOf({ ...production, BOT_APP_ID: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['BOT_APP_PASSWORD', 'TEAMS_APP_ID']);
  });

  it('calls Graph for what is wanted of it', () => {
    const secret = { ...production, GRAPH_CLIENT_SECRET: 'hunter2hunter2' };
    expect(readConfig({ ...secret, GRAPH_USES: 'threads' }).graph?.uses).toEqual(['threads']);
    expect(faultsOf({ ...secret, GRAPH_USES: 'mail' })).toEqual([expect.stringMatching(/^GRAPH_USES /u)]);
  });

  it('calls Graph with a secret only, by itself with the application of the tab in all its tenants', () => {
    expect(readConfig(production).graph).toBeUndefined();
    expect(readConfig({ ...production, GRAPH_CLIENT_SECRET: 'hunter2hunter2' }).graph).toEqual({
      clientId: 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610',
      clientSecret: 'hunter2hunter2',
      tenantIds: ['5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4'],
      uses: ['meetings', 'threads'],
      url: 'https://graph.microsoft.com',
      loginUrl: 'https://login.microsoftonline.com',
    });
    expect(faultsOf({ ...production, GRAPH_CLIENT_ID: 'f2a7c3d4-61be-4f7e-b0d9-58e3a1c6b920' })).toEqual([
      'GRAPH_CLIENT_SECRET is required where GRAPH_CLIENT_ID is set',
    ]);
  });
});

describe('the workbench', () => {
  it('may name an issuer on this machine, whose origin may frame the tab', () => {
    expect(readConfig(workbench)).toMatchObject({ mode: 'workbench', hostOrigins: ['http://127.0.0.1:4600'] });
  });

  it('is not reachable from another machine', () => {
    expect(faultsOf({ ...workbench, HOST: '0.0.0.0' })).toEqual([expect.stringMatching('^HOST must be a loopback')]);
  });
});

it('is documented as it is', async () => {
  await expect(describeConfiguration()).toMatchFileSnapshot('../../../docs/configuration.md');
});
