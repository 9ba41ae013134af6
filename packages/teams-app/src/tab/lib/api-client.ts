import type { TokenSource } from '../host/token.ts';
import { ApiProblem, offline, problemFrom } from './api-problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type RequestOptions = {
  readonly body?: unknown;
  /** The revision that the person had read; a newer one on the service answers 412. */
  readonly revision?: number;
  /** One per intent of a person: a retry with the same key can never do a thing twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

export type ApiClient = {
  get<View>(path: string, signal?: AbortSignal): Promise<View>;
  send<View>(method: Exclude<Method, 'GET'>, path: string, options?: RequestOptions): Promise<View>;
  /** The answer as a file, for downloads. */
  file(path: string): Promise<Blob>;
};

type Setup = {
  readonly tokens: TokenSource;
  readonly base?: string;
  /** Waits between attempts, in milliseconds; their number is the number of retries. */
  readonly pauses?: readonly number[];
  /** How long one attempt may take, in milliseconds. */
  readonly patience?: number;
};

/** Statuses that say “not now”, after which the same request may be sent once more. */
const PASSING = new Set([429, 502, 503, 504]);

/** `key-in-use`: our first try reached the service and is still under way; its answer can be had in a moment. */
const isPassing = ({ status, reason }: ApiProblem) =>
  reason === 'key-in-use' || (PASSING.has(status) && reason !== 'too-many-tries');

/**
 * Talks to `/api/v1` as the person that Teams vouches for.
 *
 * Every failure is an `ApiProblem`. A 401 is answered once with a fresh token. A lost connection or a passing outage is
 * retried after short pauses when that is safe: reads always, writes only under an idempotency key.
 */
export function apiClient({ tokens, base = '/api/v1', pauses = [300, 1200], patience = 30_000 }: Setup): ApiClient {
  async function once(method: Method, path: string, options: RequestOptions): Promise<Response> {
    const token = await tokens.current();
    const response = await transmit(method, path, options, token);
    if (response.status !== 401) return response;
    tokens.forget(token);
    return transmit(method, path, options, await tokens.current());
  }

  async function transmit(method: Method, path: string, options: RequestOptions, token: string): Promise<Response> {
    const { body, revision, idempotencyKey, signal } = options;
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (revision !== undefined) headers.set('if-match', `"${revision}"`);
    if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
    try {
      return await fetch(base + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw offline(error);
    }
  }

  async function request(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
    const repeatable = method === 'GET' || options.idempotencyKey !== undefined;
    for (let attempt = 0; ; attempt += 1) {
      const pause = repeatable ? pauses[attempt] : undefined;
      try {
        const response = await once(method, path, options);
        if (response.ok) return response;
        const problem = await problemFrom(response);
        if (pause === undefined || !isPassing(problem)) throw problem;
        await wait(Math.max(pause, problem.retryAfterMs ?? 0));
      } catch (error) {
        const lost = error instanceof ApiProblem && error.reason === 'offline';
        if (!lost || pause === undefined) throw error;
        await wait(pause);
      }
    }
  }

  return {
    get: async <View>(path: string, signal?: AbortSignal) =>
      readJson<View>(await request('GET', path, signal ? { signal } : {})),
    send: async <View>(method: Exclude<Method, 'GET'>, path: string, options: RequestOptions = {}) =>
      readJson<View>(await request(method, path, options)),
    file: async (path) => (await request('GET', path)).blob(),
  };
}

async function readJson<View>(response: Response): Promise<View> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as View;
}

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
