import { isIPv6 } from 'node:net';
import type { AccountKey } from '@copse/core';
import {
  crossFaults,
  type Fault,
  isLoopback,
  misspeltNames,
  WORKBENCH_SEAL_KEY,
  WORKBENCH_SECRETS,
} from './config/rules.ts';
import { type Values, type VariableName, variables } from './config/variables.ts';

/** All that the process may be told from outside, checked. Made by `readConfig` only. */
export type Config = {
  readonly mode: 'production' | 'workbench';
  readonly host: string;
  readonly port: number;
  /** Origin, without a slash at its end. `undefined` only where workbench mode listens on a port not known yet. */
  readonly publicUrl: string | undefined;
  readonly database: { readonly url: string; readonly connections: number };
  readonly secret: string;
  /** 32 bytes each; the first seals. */
  readonly sealKeys: readonly Uint8Array[];
  readonly logLevel: Values['LOG_LEVEL'];
  /** Milliseconds. */
  readonly stop: { readonly after: number; readonly within: number };
  /** Requests per minute and person; 0 is no limit. */
  readonly rateLimits: { readonly entra: number; readonly atlassian: number };
  readonly entra: EntraConfig;
  readonly teamsAppId: string | undefined;
  readonly bot: BotSettings | undefined;
  /** None where the service makes no meetings in Teams. */
  readonly graph: GraphSettings | undefined;
  readonly forge: { readonly appId: string; readonly jwksUrl: string } | undefined;
  readonly administrators: readonly AccountKey[];
  /** Origins beside Microsoft's that may frame the tab: the workbench, which lives where the local issuer does. */
  readonly hostOrigins: readonly string[];
};

export type EntraConfig = {
  readonly clientId: string;
  readonly tenantIds: readonly string[];
  /** With `{tid}` for the tenant. */
  readonly issuer: string;
  readonly jwksUrl: string;
};

/** Microsoft Graph, which the service calls as itself. */
export type GraphSettings = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantIds: readonly string[];
  /** What it is called for. */
  readonly uses: readonly ('meetings' | 'threads')[];
  readonly url: string;
  readonly loginUrl: string;
};

export type BotSettings = {
  readonly appId: string;
  readonly appPassword: string;
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  readonly serviceUrls: readonly string[];
};

/** Everything that is wrong with the environment, in one error whose text can be shown to whoever starts the service. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ variable, problem }) => `  ${variable} ${problem}`);
    super(
      `The configuration cannot be used:\n${lines.join('\n')}\nEach variable is explained in docs/configuration.md.`,
    );
    this.faults = faults;
  }
}

/**
 * Reads the configuration, or throws one `ConfigurationError` that lists every fault.
 *
 * A variable that is empty counts as unset, as container tools write them.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: Fault[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};
  for (const name of Object.keys(variables) as VariableName[]) {
    const text = env[name]?.trim() || undefined;
    const read = variables[name].schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else faults.push({ variable: name, problem: read.error.issues[0]?.message ?? 'cannot be read' });
  }
  faults.push(...crossFaults(values as Partial<Values>));
  const set = Object.keys(env).filter((name) => env[name]);
  faults.push(...misspeltNames(set, Object.keys(variables)));
  if (faults.length > 0) throw new ConfigurationError(faults);
  return arrange(values as Values);
}

function arrange(values: Values): Config {
  const workbench = values.COPSE_MODE === 'workbench';
  return {
    mode: values.COPSE_MODE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? (values.PORT === 0 ? undefined : `http://${inAddress(values.HOST)}:${values.PORT}`),
    database: { url: values.DATABASE_URL ?? '', connections: values.DATABASE_CONNECTIONS },
    secret: values.COPSE_SECRET ?? WORKBENCH_SECRETS[1] ?? '',
    sealKeys: values.COPSE_SEAL_KEY ?? [WORKBENCH_SEAL_KEY],
    logLevel: values.LOG_LEVEL,
    stop: { after: values.STOP_AFTER_MS ?? (workbench ? 0 : 5000), within: values.STOP_WITHIN_MS },
    rateLimits: { entra: values.RATE_LIMIT_TEAMS, atlassian: values.RATE_LIMIT_CONFLUENCE },
    entra: {
      clientId: values.ENTRA_CLIENT_ID ?? '',
      tenantIds: values.ENTRA_TENANT_IDS ?? [],
      issuer: values.ENTRA_ISSUER,
      jwksUrl: values.ENTRA_JWKS_URL,
    },
    teamsAppId: values.TEAMS_APP_ID,
    bot: botOf(values),
    graph: graphOf(values),
    forge: values.FORGE_APP_ID ? { appId: values.FORGE_APP_ID, jwksUrl: values.FORGE_JWKS_URL } : undefined,
    administrators: values.ADMINISTRATORS as AccountKey[],
    hostOrigins: workbench ? originOfLocalIssuer(values.ENTRA_ISSUER) : [],
  };
}

function botOf(values: Values): BotSettings | undefined {
  if (!values.BOT_APP_ID || !values.BOT_APP_PASSWORD) return undefined;
  return {
    appId: values.BOT_APP_ID,
    appPassword: values.BOT_APP_PASSWORD,
    openIdMetadataUrl: values.BOT_OPENID_METADATA_URL,
    tokenIssuer: values.BOT_TOKEN_ISSUER,
    loginUrl: values.BOT_LOGIN_URL,
    serviceUrls: values.BOT_SERVICE_URLS,
  };
}

function graphOf(values: Values): GraphSettings | undefined {
  if (!values.GRAPH_CLIENT_SECRET) return undefined;
  return {
    clientId: values.GRAPH_CLIENT_ID ?? values.ENTRA_CLIENT_ID ?? '',
    clientSecret: values.GRAPH_CLIENT_SECRET,
    tenantIds: values.GRAPH_TENANT_IDS ?? values.ENTRA_TENANT_IDS ?? [],
    uses: values.GRAPH_USES,
    url: values.GRAPH_URL,
    loginUrl: values.GRAPH_LOGIN_URL,
  };
}

function originOfLocalIssuer(issuer: string): string[] {
  const { hostname, origin } = new URL(issuer.replace('{tid}', 'tenant'));
  return isLoopback(hostname) ? [origin] : [];
}

/** A host as it stands in an address: IPv6 in brackets. */
export const inAddress = (host: string) => (isIPv6(host) ? `[${host}]` : host);

/** `DATABASE_URL`, for commands that need nothing else of the configuration. Unset means the embedded database. */
export function readDatabaseUrl(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const read = variables.DATABASE_URL.schema.safeParse(env['DATABASE_URL']?.trim() || undefined);
  if (!read.success) {
    throw new ConfigurationError([
      { variable: 'DATABASE_URL', problem: read.error.issues[0]?.message ?? 'cannot be read' },
    ]);
  }
  return read.data;
}
