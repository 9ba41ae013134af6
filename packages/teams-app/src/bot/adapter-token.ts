import type { BotConfig } from './bot-config.ts';

const TIMEOUT_MS = 10_000;
/** Every multi-tenant bot gets its tokens from this tenant; a single-tenant bot names its own at the end of the address. */
const USUAL_TENANT = 'botframework.com';
const TENANT = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^/]+\.[^/]+)$/i;

/** The bot gets no token of its own; `code` is the login server's word for why, such as `invalid_client`. */
class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
  readonly code: string;

  constructor(status: number, code: unknown) {
    super('the login server gave no token');
    this.code = typeof code === 'string' ? code : String(status);
  }
}

/**
 * Fetches the bot's own tokens, in the one way in which the SDK asks MSAL for them; it keeps them itself. MSAL would be
 * eight megabytes for this one request, and insists on https where the login server is on this machine.
 */
export function tokenClient({ appId, appPassword, loginUrl }: Pick<BotConfig, 'appId' | 'appPassword' | 'loginUrl'>) {
  const { base, tenant } = partsOf(loginUrl);
  const address = `${base.href.replace(/\/$/, '')}/${tenant}/oauth2/v2.0/token`;

  return {
    async acquireTokenByClientCredential({ scopes }: { readonly scopes: readonly string[] }) {
      const asked = Date.now();
      const response = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: appId,
          client_secret: appPassword,
          scope: scopes.join(' '),
        }),
        redirect: 'error',
        // A silent login server never holds a turn.
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const said = (await response.json()) as Readonly<Record<string, unknown>>;
      const { access_token: accessToken, expires_in: seconds, error } = said;
      if (!response.ok || typeof accessToken !== 'string') throw new NoTokenError(response.status, error);
      return { accessToken, expiresOn: new Date(asked + Number(seconds ?? 0) * 1000) };
    },
  };
}

function partsOf(loginUrl: string): { base: URL; tenant: string } {
  const base = new URL(loginUrl);
  const segments = base.pathname.split('/').filter(Boolean);
  const last = segments.at(-1);
  if (last === undefined || !TENANT.test(last)) return { base, tenant: USUAL_TENANT };
  base.pathname = segments.slice(0, -1).join('/');
  return { base, tenant: last };
}
