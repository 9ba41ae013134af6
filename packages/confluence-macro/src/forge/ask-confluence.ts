import { asApp, assumeTrustedRoute } from '@forge/api';
import type { AskConfluence } from '../publishing/confluence.ts';

const PATIENCE_MS = 8000;

/** Asks the site as the app itself. No answer in time, or none that can be read, is no answer. */
export const askAsApp: AskConfluence = async (method, path, body) => {
  try {
    // Built of fixed paths, encoded ids and encoded queries, which is what the template tag would check.
    const response = await asApp().requestConfluence(assumeTrustedRoute(path), {
      method,
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return { status: response.status, body: answer, retryAfter: response.headers.get('retry-after') ?? undefined };
  } catch {
    return undefined;
  }
};
