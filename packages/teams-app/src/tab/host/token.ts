/** A token is renewed this long before it expires, so that none expires on its way to the service. */
const MARGIN_MS = 120_000;

type Ask = () => Promise<string>;

export type TokenSource = {
  /** A token that is good for at least two more minutes. Concurrent callers share one question to Teams. */
  current(): Promise<string>;
  /** Forgets `refused` (if it is still the one held), so that the next call asks Teams again. */
  forget(refused: string): void;
};

/** Keeps the access token that Teams gave until shortly before its end. `now` is in milliseconds. */
export function tokenSource(ask: Ask, now: () => number = Date.now): TokenSource {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  return {
    async current() {
      if (held && now() < held.until - MARGIN_MS) return held.token;
      asking ??= ask()
        .then((token) => {
          held = { token, until: expiryOf(token) ?? now() };
          return token;
        })
        .finally(() => {
          asking = undefined;
        });
      return asking;
    },
    forget(refused) {
      if (held?.token === refused) held = undefined;
    },
  };
}

/** Reads `exp` only to know when to renew: the service is the one that verifies. */
function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
