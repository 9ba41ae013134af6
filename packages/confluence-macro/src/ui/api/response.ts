export type Failure = {
  /** Our literal refusal word, or `unreachable` when the service did not answer. */
  readonly reason: string;
  readonly status: number;
  /** The service's own words for it: what happened, and what to do. */
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
};

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const UNREACHABLE: Failure = { reason: 'unreachable', status: 0, title: '', detail: '', errors: [] };

/** Reads what Confluence's proxy hands back, whether it parsed the body or left it as text. */
export function readResponse<Value>(response: unknown): Answer<Value> {
  const { status, body } = (typeof response === 'object' && response !== null ? response : {}) as Record<
    string,
    unknown
  >;
  if (typeof status !== 'number') return { ok: false, failure: UNREACHABLE };
  const content = parsed(body);
  if (status >= 200 && status < 300) return { ok: true, value: content as Value };

  const { reason, detail, title, errors } = (content ?? {}) as Record<string, unknown>;
  return {
    ok: false,
    failure: {
      reason: typeof reason === 'string' ? reason : status >= 500 ? 'unexpected' : 'not-understood',
      status,
      title: typeof title === 'string' ? title : '',
      detail: typeof detail === 'string' ? detail : '',
      errors: Array.isArray(errors) ? (errors as Failure['errors']) : [],
    },
  };
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
