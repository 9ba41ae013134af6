import { requestConfluence } from '@forge/bridge';
import type { AskConfluence } from '../../publishing/confluence.ts';

/** Asks the site as the person who looks at the page, with all that they may do there, and nothing else. */
export const askAsUser: AskConfluence = async (method, path, body) => {
  try {
    const response = await requestConfluence(path, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return { status: response.status, body: answer, retryAfter: response.headers.get('retry-after') ?? undefined };
  } catch {
    return undefined;
  }
};
