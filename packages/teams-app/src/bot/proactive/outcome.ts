import type { Outcome } from '@copse/core';
import type { ConnectorFailure } from '../connector-failure.ts';

/** The person, or the team, does not want to be written to: never tried again until they come back. */
const BLOCKED = new Set([
  'MessageWritesBlocked',
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
]);
const GONE = new Set(['ConversationNotFound']);
/** Nothing of the kind was taken, and a little later it may be. */
const BUSY = new Set([408, 412, 425, 429, 500, 502, 503, 504]);

/**
 * What a failure means for the message (Microsoft: «Send proactive messages», «Rate limiting»). Where Teams answered, it
 * has not taken it; where the gateway did (502, 504) or nobody, it may have.
 */
export function outcomeOf({ status, code, retryAfterMs }: ConnectorFailure, at: 'sending' | 'beginning'): Outcome {
  if (status === undefined) return { outcome: 'later', reason: 'no-answer', unsure: at === 'sending' };
  if (BUSY.has(status)) {
    const unsure = at === 'sending' && (status === 502 || status === 504);
    return { outcome: 'later', reason: `status-${status}`, afterMs: retryAfterMs, unsure };
  }
  // Our own token was not accepted: an operator has to look, and nothing is lost until then.
  if (status === 401) return { outcome: 'later', reason: 'status-401', afterMs: 60_000 };
  if (status === 403 && code !== undefined && BLOCKED.has(code)) {
    return at === 'sending' ? { outcome: 'blocked' } : { outcome: 'refused', reason: 'not-installed' };
  }
  if (at === 'beginning') return { outcome: 'refused', reason: 'not-installed' };
  if (status === 404 || (code !== undefined && GONE.has(code)))
    return { outcome: 'refused', reason: 'conversation-gone' };
  return { outcome: 'refused', reason: 'not-taken' };
}
