import type { Values, VariableName } from './variables.ts';

/** One thing that is wrong with the environment. Never quotes a value: it may be a secret. */
export type Fault = { readonly variable: string; readonly problem: string };

/** Known to everyone who reads the source: good for the workbench, refused in production. */
export const WORKBENCH_SECRETS: readonly string[] = [
  'workbench-only-secret-for-local-use-0000',
  'workbench-only-secret-nobody-may-rely-on',
];

/** The same for what is written anonymously. Fixed, so that what the workbench keeps can be opened after a restart. */
export const WORKBENCH_SEAL_KEY = new TextEncoder().encode('workbench-only-seal-nobody-hides');

// As URL writes hosts: «127.1» and «0x7f.1» are 127.0.0.1 there, and ::ffff:127.0.0.1 is ::ffff:7f00:1.
const LOOPBACK_HOST =
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:(?:7f[\da-f]{2}|0):[\da-f]{1,4}\]?|0\.0\.0\.0|\[?::\]?)$|\.localhost$/iu;
export const isLoopback = (host: string) => LOOPBACK_HOST.test(host) && !/^(?:0\.0\.0\.0|\[?::\]?)$/u.test(host);

/** Addresses whose answers decide who somebody is, or to whom a secret is sent. */
const TRUSTED_ADDRESSES = [
  'ENTRA_ISSUER',
  'ENTRA_JWKS_URL',
  'BOT_OPENID_METADATA_URL',
  'BOT_TOKEN_ISSUER',
  'BOT_LOGIN_URL',
  'GRAPH_URL',
  'GRAPH_LOGIN_URL',
  'FORGE_JWKS_URL',
] as const satisfies readonly VariableName[];

/**
 * What variables must agree on, given those that could be read. Independent of each other, so that all faults are told
 * at once.
 */
export function crossFaults(values: Partial<Values>): Fault[] {
  const mode = values.COPSE_MODE ?? 'production';
  const faults: Fault[] = [];
  const fault = (variable: VariableName, problem: string) => faults.push({ variable, problem });
  const require = (variable: VariableName, why = '') => {
    if (variable in values && values[variable] === undefined) fault(variable, `is required${why}`);
  };

  require('DATABASE_URL');
  require('ENTRA_CLIENT_ID');
  require('ENTRA_TENANT_IDS');
  if (values.ENTRA_TENANT_IDS?.length === 0) fault('ENTRA_TENANT_IDS', 'must name at least one tenant');
  if (values.BOT_APP_ID !== undefined) require('BOT_APP_PASSWORD', ' where BOT_APP_ID is set');
  if (values.BOT_APP_ID !== undefined) require('TEAMS_APP_ID', ' where BOT_APP_ID is set, for links into the tab');
  if (values.BOT_APP_PASSWORD !== undefined) require('BOT_APP_ID', ' where BOT_APP_PASSWORD is set');
  for (const name of ['GRAPH_CLIENT_ID', 'GRAPH_TENANT_IDS'] as const) {
    if (values[name] !== undefined) require('GRAPH_CLIENT_SECRET', ` where ${name} is set`);
  }
  if (values.GRAPH_TENANT_IDS?.length === 0) fault('GRAPH_TENANT_IDS', 'must name at least one tenant');
  if (values.BOT_SERVICE_URLS?.length === 0) fault('BOT_SERVICE_URLS', 'must name at least one address');

  if (mode === 'workbench') {
    if (values.HOST !== undefined && !isLoopback(values.HOST)) {
      fault('HOST', 'must be a loopback address in workbench mode, where anybody may sign in as anybody');
    }
    return faults;
  }

  require('PUBLIC_URL', ' in production');
  require('COPSE_SECRET', ' in production');
  const { COPSE_SECRET: secret } = values;
  if (secret !== undefined && WORKBENCH_SECRETS.includes(secret)) {
    fault('COPSE_SECRET', 'is the one of the workbench, which everybody knows; make one with: openssl rand -base64 32');
  } else if (secret !== undefined && new Set(secret).size < 12) {
    fault('COPSE_SECRET', 'is too easy to guess; make one with: openssl rand -base64 32');
  }
  require('COPSE_SEAL_KEY', ' in production');
  if (values.COPSE_SEAL_KEY?.length === 0) fault('COPSE_SEAL_KEY', 'is required in production');
  if (values.COPSE_SEAL_KEY?.some((key) => Buffer.from(key).equals(WORKBENCH_SEAL_KEY))) {
    fault(
      'COPSE_SEAL_KEY',
      'is the one of the workbench, which everybody knows; make one with: openssl rand -base64 32',
    );
  } else if (values.COPSE_SEAL_KEY?.some((key) => new Set(key).size < 12)) {
    fault('COPSE_SEAL_KEY', 'is too easy to guess; make one with: openssl rand -base64 32');
  }
  for (const name of [...TRUSTED_ADDRESSES, 'PUBLIC_URL'] as const) {
    const problem = values[name] === undefined ? undefined : publicAddressFault(values[name]);
    if (problem) fault(name, problem);
  }
  for (const serviceUrl of values.BOT_SERVICE_URLS ?? []) {
    const problem = publicAddressFault(serviceUrl);
    if (problem) fault('BOT_SERVICE_URLS', problem);
  }
  return faults;
}

function publicAddressFault(text: string): string | undefined {
  const url = URL.parse(text.replace('{tid}', 'tenant'));
  if (!url) return undefined;
  if (LOOPBACK_HOST.test(url.hostname.replace(/\.$/u, ''))) return 'must not lie on this machine in production mode';
  return url.protocol === 'https:' ? undefined : 'must begin with https:// in production mode';
}

/** Names that are set and unknown, yet so near to one of ours that they must be a slip: a setting silently ignored. */
export function misspeltNames(set: readonly string[], known: readonly string[]): Fault[] {
  return set.flatMap((name) => {
    if (known.includes(name) || name.length < 6) return [];
    const meant = known.find((candidate) => !set.includes(candidate) && differsByOneSlip(name, candidate));
    return meant ? [{ variable: name, problem: `is not known; was ${meant} meant?` }] : [];
  });
}

/** One character too many, too few or different, or two neighbours swapped. */
function differsByOneSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [restOfLeft, restOfRight] = [left.slice(start), right.slice(start)];
  return (
    restOfLeft.slice(1) === restOfRight ||
    restOfLeft === restOfRight.slice(1) ||
    restOfLeft.slice(1) === restOfRight.slice(1) ||
    (restOfLeft.slice(2) === restOfRight.slice(2) &&
      restOfLeft[0] === restOfRight[1] &&
      restOfLeft[1] === restOfRight[0])
  );
}
