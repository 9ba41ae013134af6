import type { GraphSettings } from '../config.ts';

/** A token is not used in its last minutes, since clocks differ and requests take time. Milliseconds. */
const LEEWAY_MS = 5 * 60_000;
export const TIMEOUT_MS = 10_000;

type Token = { readonly text: string; readonly until: number };
type Settings = Pick<GraphSettings, 'clientId' | 'clientSecret' | 'loginUrl' | 'url'>;

/** Entra gives the service no token; `code` is its own word for why, such as `invalid_client`. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`Entra gave no token: ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/**
 * The tokens with which the service itself, and nobody on whose behalf, calls Graph in a tenant: fetched with the client's
 * secret, and kept until shortly before they end. Throws `NoTokenError`, and what `fetch` throws.
 */
export function appTokens({ clientId, clientSecret, loginUrl, url }: Settings, now: () => Date) {
  const kept = new Map<string, Promise<Token>>();

  async function fetchToken(tenantId: string): Promise<Token> {
    const response = await fetch(`${loginUrl}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${url}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const said = (await response.json()) as Readonly<Record<string, unknown>>;
    const { access_token: text, expires_in: seconds, error } = said;
    if (!response.ok || typeof text !== 'string') throw new NoTokenError(response.status, String(error));
    return { text, until: now().getTime() + Number(seconds ?? 0) * 1000 - LEEWAY_MS };
  }

  return {
    /** Those who ask at once wait for the same one. */
    async of(tenantId: string): Promise<string> {
      const known = await kept.get(tenantId)?.catch(() => undefined);
      if (known && known.until > now().getTime()) return known.text;
      const fetched = fetchToken(tenantId);
      kept.set(tenantId, fetched);
      return (await fetched).text;
    },
    /** It was refused: the next one is fetched anew. */
    forget: (tenantId: string) => void kept.delete(tenantId),
  };
}
