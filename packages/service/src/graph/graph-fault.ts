/** What Graph says when it refuses. */
export type Fault = {
  readonly error?: { readonly code?: unknown; readonly innerError?: { readonly 'request-id'?: unknown } };
};

/** What Microsoft's support asks for. Messages are left out: they may name people. */
export const faultOf = ({ status }: Response, { error }: Fault) => ({
  status,
  code: String(error?.code),
  graphRequestId: String(error?.innerError?.['request-id']),
});

/** Too many requests and outages pass; anything else stays until somebody sets it right. */
export const passes = (status: number): boolean => status === 429 || status >= 500;
