type Answered = {
  readonly statusCode?: unknown;
  readonly body?: { readonly error?: { readonly code?: unknown } };
  readonly details?: { readonly error?: { readonly code?: unknown } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

/** What the connector answered instead of taking a message; its words are not kept, since they repeat what was sent. */
export type ConnectorFailure = {
  /** `undefined`: no answer came, so whether the message was taken nobody knows. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
};

export function failureIn(error: unknown, now: number): ConnectorFailure {
  const { statusCode, body, details, response } = (error ?? {}) as Answered;
  const code = body?.error?.code ?? details?.error?.code;
  return {
    status: typeof statusCode === 'number' ? statusCode : undefined,
    code: typeof code === 'string' ? code : undefined,
    retryAfterMs: waitIn(response?.headers?.get('retry-after'), now),
  };
}

/** `Retry-After` in seconds or as a date (RFC 9110); anything else counts as none. */
export function waitIn(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
