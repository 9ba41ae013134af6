import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import type { BotConfig } from './bot-config.ts';

const TIMEOUT_MS = 10_000;
/** Every multi-tenant bot gets its tokens from this tenant; a single-tenant bot names its own at the end of the address. */
const USUAL_TENANT = 'botframework.com';
const TENANT = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^/]+\.[^/]+)$/i;

/**
 * The client that fetches the bot's own tokens: the real MSAL, wherever the login server is.
 *
 * MSAL insists on https, so a login server on this machine is reached under the name of the public one and its
 * address is put right on the way out. Asking for metadata is answered here, since there is only one end point to know.
 */
export function tokenClient({ appId, appPassword, loginUrl }: Pick<BotConfig, 'appId' | 'appPassword' | 'loginUrl'>) {
  const { base, tenant } = partsOf(loginUrl);
  const isLocal = base.protocol === 'http:';
  const authority = isLocal ? `https://login.microsoftonline.com/${tenant}` : `${base.origin}/${tenant}`;

  return new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: appPassword,
      authority,
      knownAuthorities: [new URL(authority).host],
      authorityMetadata: JSON.stringify({
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        issuer: `${authority}/v2.0`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      }),
    },
    system: {
      networkClient: network((address) =>
        isLocal ? address.replace(authority, `${base.href.replace(/\/$/, '')}/${tenant}`) : address,
      ),
    },
  });
}

function partsOf(loginUrl: string): { base: URL; tenant: string } {
  const base = new URL(loginUrl);
  const segments = base.pathname.split('/').filter(Boolean);
  const last = segments.at(-1);
  if (last === undefined || !TENANT.test(last)) return { base, tenant: USUAL_TENANT };
  base.pathname = segments.slice(0, -1).join('/');
  return { base, tenant: last };
}

/** MSAL's network port over `fetch`, with a time limit, so that a silent login server never holds a turn. */
function network(addressOf: (address: string) => string): INetworkModule {
  const send = async <Body>(method: string, url: string, options?: NetworkRequestOptions) => {
    const response = await fetch(addressOf(url), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as Body,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
