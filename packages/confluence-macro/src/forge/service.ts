import { invokeRemote } from '@forge/api';

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

/** One read from the service, as the person on whose behalf Forge runs the function. */
export type Get = <Value>(path: string, query?: Readonly<Record<string, string | undefined>>) => Promise<Answer<Value>>;

/** The key of the remote in manifest.yml. */
const REMOTE = 'copse-service';
const PATIENCE_MS = 20_000;

/** One write to the service. Functions that run on a schedule or on an event are nobody: the service knows them as the app. */
export const postToService = <Value>(path: string, body: object): Promise<Answer<Value>> =>
  askService<Value>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** Reads from `/api/v1` through Forge Remote, which signs the request. An outage is an answer, never an exception. */
export const getFromService: Get = async <Value>(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
) => {
  const words = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = words.length > 0 ? `?${new URLSearchParams(words).toString()}` : '';
  return askService<Value>(`${path}${search}`, { method: 'GET', headers: {} });
};

type Request = { readonly method: 'GET' | 'POST'; readonly body?: string; readonly headers: Record<string, string> };

async function askService<Value>(path: string, { headers, ...request }: Request): Promise<Answer<Value>> {
  try {
    const response = await invokeRemote(REMOTE, {
      path: `/api/v1${path}`,
      ...request,
      headers: { accept: 'application/json', ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return { ok: true, value: body as Value };
    return { ok: false, reason: reasonOf(body) };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

const reasonOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'reason' in body && typeof body.reason === 'string'
    ? body.reason
    : 'unreachable';
