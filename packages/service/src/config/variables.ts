import { z } from 'zod';
import { graphVariables } from './graph-variables.ts';
import { address, both, guid, list, type Variable } from './variable.ts';

const ACCOUNT = /^(?:entra:[0-9a-f-]{36}:[0-9a-f-]{36}|atlassian:[\w-]{1,64}:[\w:.-]{1,128})$/u;

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

/** The origin only: whoever writes a path means something that we would not do. */
const origin = address
  .refine((text) => ['/', ''].includes(URL.parse(text)?.pathname ?? ''), 'must have no path')
  .transform((text) => new URL(text).origin);

const issuer = z
  .string()
  .refine((text) => text.includes('{tid}'), 'must contain {tid}, which stands for the tenant')
  .refine((text) => URL.canParse(text.replace('{tid}', 'tenant')), 'must be an http(s) address with {tid} in it');

const sealKey = z
  .string()
  .regex(/^[\w+/-]{43}=?$/u, 'must be 32 bytes in base64, such as openssl rand -base64 32 prints')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

const needed = { production: 'required', workbench: 'required' };

/** Every variable that the service reads. Nothing else in the process looks at the environment. */
export const variables = {
  COPSE_MODE: {
    about:
      '`production`, or `workbench`: the local try-out, which may trust an issuer on this machine and therefore listens on the loopback address only.',
    schema: z.enum(['production', 'workbench'], 'must be production or workbench').default('production'),
    example: 'production',
    unset: both('`production`'),
  },
  HOST: {
    about: 'Address to listen on. `0.0.0.0` for every interface, as in a container.',
    schema: z
      .string()
      .regex(/^[\w.:-]{1,253}$/u, 'must be a host name or an IP address')
      .default('127.0.0.1'),
    example: '0.0.0.0',
    unset: both('`127.0.0.1`'),
  },
  PORT: {
    about: 'Port to listen on. `0` takes a free one.',
    schema: whole(0, 65_535).default(3978),
    example: '3978',
    unset: both('`3978`'),
  },
  PUBLIC_URL: {
    about:
      'Where people reach the service, without a path: the domain of the Teams app and of the Forge remote. TLS ends in front of the service.',
    schema: origin.optional(),
    example: 'https://copse.example.com',
    unset: { production: 'required', workbench: 'the address it listens on' },
  },
  DATABASE_URL: {
    about:
      'PostgreSQL 15 or newer. Migrations run at start, under a lock, so that several processes may start at once.',
    schema: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be a postgresql:// address' }).optional(),
    example: 'postgresql://copse:…@db.example.com/copse?sslmode=verify-full',
    unset: needed,
  },
  DATABASE_CONNECTIONS: {
    about:
      'Connections of one process, beside five that it keeps for jobs and for listening. All processes together must stay below `max_connections` of the server.',
    schema: whole(2, 200).default(10),
    example: '10',
    unset: both('`10`'),
  },
  COPSE_SECRET: {
    about:
      'Keys what is kept for a short time (one-time codes, answers to repeated requests) and seals the addresses of webhooks: at least 32 random characters (`openssl rand -base64 32`). Changing it invalidates the codes of the last ten minutes, and webhook addresses have to be entered again.',
    schema: z.string().min(32, 'must have at least 32 characters').max(500).optional(),
    example: '…',
    unset: { production: 'required', workbench: 'a known one, which production mode refuses' },
  },
  COPSE_SEAL_KEY: {
    about:
      'Seals who wrote something anonymously: 32 random bytes in base64 (`openssl rand -base64 32`). Keep it apart from the database and its backups, and never lose it. To replace it, write the new key first and the old ones behind it, separated by commas.',
    schema: list(sealKey).optional(),
    example: '…',
    unset: { production: 'required', workbench: 'a known one, which production mode refuses' },
  },
  LOG_LEVEL: {
    about:
      'How much is logged, as lines of JSON on standard output: `info` writes one line per request. No level writes names, texts, tokens or IP addresses.',
    schema: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
      .default('info'),
    example: 'info',
    unset: both('`info`'),
  },
  STOP_AFTER_MS: {
    about:
      'How long the service keeps answering after SIGTERM while `/readyz` says 503, so that a load balancer can take it out. Milliseconds.',
    schema: whole(0, 120_000).optional(),
    example: '5000',
    unset: { production: '`5000`', workbench: '`0`' },
  },
  STOP_WITHIN_MS: {
    about: 'How long requests under way may take after that before their connections are cut. Milliseconds.',
    schema: whole(100, 120_000).default(10_000),
    example: '10000',
    unset: both('`10000`'),
  },
  RATE_LIMIT_TEAMS: {
    about: 'Requests per minute of one person who is signed in through Teams. `0` sets no limit. Counted per process.',
    schema: whole(0, 1_000_000).default(600),
    example: '600',
    unset: both('`600`'),
  },
  RATE_LIMIT_CONFLUENCE: {
    about: 'The same for one person who is signed in through Confluence, where one page may hold many macros.',
    schema: whole(0, 1_000_000).default(1200),
    example: '1200',
    unset: both('`1200`'),
  },
  ENTRA_CLIENT_ID: {
    about: 'Application (client) id of the app registration in Entra: the audience of the tab’s access tokens.',
    schema: guid.optional(),
    example: 'c09e5b7a-0000-4d86-8e1c-7b44a9f2d610',
    unset: needed,
  },
  ENTRA_TENANT_IDS: {
    about: 'Entra tenants whose people may sign in, separated by commas. Each becomes an organisation of its own.',
    schema: list(guid).optional(),
    example: '5d2f4c1e-0000-4b0e-9c55-1f6a3be0d7c4',
    unset: needed,
  },
  ENTRA_ISSUER: {
    about: 'Issuer of access tokens, with `{tid}` for the tenant. Differs in national clouds.',
    schema: issuer.default('https://login.microsoftonline.com/{tid}/v2.0'),
    example: 'https://login.microsoftonline.com/{tid}/v2.0',
    unset: both('the public cloud’s'),
  },
  ENTRA_JWKS_URL: {
    about: 'Where the keys of that issuer are published.',
    schema: address.default('https://login.microsoftonline.com/common/discovery/v2.0/keys'),
    example: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    unset: both('the public cloud’s'),
  },
  TEAMS_APP_ID: {
    about: 'Id of the Teams app (`id` in its manifest), for deep links. Without it, links open the tab in the browser.',
    schema: guid.optional(),
    example: '8b1f6f0e-0000-4e19-9a6d-20c5d0f3a7e1',
    unset: both('none'),
  },
  BOT_APP_ID: {
    about: 'Entra application id of the bot. Without it there is no bot, and `/api/messages` answers 404.',
    schema: guid.optional(),
    example: 'f2a7c3d4-0000-4f7e-b0d9-58e3a1c6b920',
    unset: both('no bot'),
  },
  BOT_APP_PASSWORD: {
    about: 'Client secret of the bot. Required with `BOT_APP_ID`.',
    schema: z.string().min(8, 'must have at least 8 characters').max(500).optional(),
    example: '…',
    unset: both('no bot'),
  },
  BOT_OPENID_METADATA_URL: {
    about: 'OpenID metadata of the Bot Connector: names the keys of the tokens that the bot receives.',
    schema: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
    example: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    unset: both('the public cloud’s'),
  },
  BOT_TOKEN_ISSUER: {
    about: 'Issuer of the tokens that the bot receives.',
    schema: address.default('https://api.botframework.com'),
    example: 'https://api.botframework.com',
    unset: both('the public cloud’s'),
  },
  BOT_LOGIN_URL: {
    about:
      'Where the bot gets its own token. A single-tenant bot names its tenant: `https://login.microsoftonline.com/<tenant>`.',
    schema: address.default('https://login.microsoftonline.com'),
    example: 'https://login.microsoftonline.com/5d2f4c1e-0000-4b0e-9c55-1f6a3be0d7c4',
    unset: both('the public cloud’s'),
  },
  BOT_SERVICE_URLS: {
    about: 'Bot Connector addresses that the bot may send to, as prefixes separated by commas.',
    schema: list(address).default(['https://smba.trafficmanager.net/']),
    example: 'https://smba.trafficmanager.net/',
    unset: both('`https://smba.trafficmanager.net/`'),
  },
  ...graphVariables,
  FORGE_APP_ID: {
    about:
      'Id of the Forge app (`app.id` in its manifest): the audience of invocation tokens. Without it nobody signs in from Confluence.',
    schema: z
      .string()
      .regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/u, 'must look like ari:cloud:ecosystem::app/<GUID>')
      .optional(),
    example: 'ari:cloud:ecosystem::app/6e0c1d52-0000-4a3b-8f27-d1b9e5a40c36',
    unset: both('no Confluence'),
  },
  FORGE_JWKS_URL: {
    about: 'Where the keys of Forge invocation tokens are published.',
    schema: address.default('https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json'),
    example: 'https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json',
    unset: both('Atlassian’s'),
  },
  ADMINISTRATORS: {
    about:
      'Accounts that administer their organisation, as `entra:<tenant>:<object id>`, separated by commas; beside them, whoever holds the app role `Administrator` does. Empty: the first person of a new organisation.',
    schema: list(
      z.string().regex(ACCOUNT, 'must look like entra:<tenant>:<object id> or atlassian:<cloud id>:<account id>'),
    ).default([]),
    example: 'entra:5d2f4c1e-0000-4b0e-9c55-1f6a3be0d7c4:0b7c2f0e-0000-4e19-9a6d-20c5d0f3a7e1',
    unset: both('none'),
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof variables;
export type Values = { [Name in VariableName]: z.output<(typeof variables)[Name]['schema']> };
