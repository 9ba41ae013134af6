import { invokeRemote } from '@forge/bridge';
import { type Answer, readResponse, UNREACHABLE } from './response.ts';

type Request = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly ifMatch?: number;
  /** The same for every try of one intention, so that a repeated click writes once. */
  readonly idempotencyKey?: string;
};

/** Sends one request through Confluence to the service and answers what came back. Never throws. */
export async function request<Value>(path: string, options: Request = {}): Promise<Answer<Value>> {
  const { method = 'GET', query, body, ifMatch, idempotencyKey } = options;
  try {
    const response: unknown = await invokeRemote({
      path: `/api/v1${path}${queryString(query)}`,
      method,
      headers: {
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body ? { body } : {}),
    });
    return readResponse<Value>(response);
  } catch {
    return { ok: false, failure: UNREACHABLE };
  }
}

function queryString(query: Request['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
