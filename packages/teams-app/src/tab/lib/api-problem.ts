export type FieldProblem = { readonly path: string; readonly message: string };

/** What the surface itself can find out, beside the service's refusals. */
export type LocalReason = 'offline' | 'no-token' | 'unexpected';

/** A request that failed, with the service's reason as a literal word. `lib/say.ts` has the words for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterMs: number | undefined;

  constructor(
    status: number,
    reason: string,
    more: { fields?: readonly FieldProblem[]; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(`${status} ${reason}`, { cause: more.cause });
    this.status = status;
    this.reason = reason;
    this.fields = more.fields ?? [];
    this.retryAfterMs = more.retryAfterMs;
  }
}

export const offline = (cause: unknown) => new ApiProblem(0, 'offline', { cause });

type ProblemBody = { reason?: unknown; errors?: unknown };

/** Reads problem+json; anything else (a proxy's page, an empty body) becomes `unexpected`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? Math.min(seconds * 1000, 10_000) : undefined;
  const body = await readBody(response);
  const reason = typeof body.reason === 'string' ? body.reason : 'unexpected';
  const fields = Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : [];
  return new ApiProblem(response.status, reason, { fields, retryAfterMs });
}

async function readBody(response: Response): Promise<ProblemBody> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

const isFieldProblem = (entry: unknown): entry is FieldProblem =>
  typeof entry === 'object' &&
  entry !== null &&
  typeof (entry as FieldProblem).path === 'string' &&
  typeof (entry as FieldProblem).message === 'string';
