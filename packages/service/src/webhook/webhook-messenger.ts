import type { Messenger, Outcome } from '@copse/core';
import { createPacer, type Links, messageCard } from '@copse/teams-app/bot';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Milliseconds. */
const TIMEOUT_MS = 15_000;
/** Teams takes four posts a second from one webhook. */
const LIMITS = {
  perConversation: [{ count: 4, ms: 1000 }],
  perTenant: { count: 50, ms: 1000 },
  share: 0.9,
  breath: 100,
};

/**
 * Posts to channels by the webhooks of Teams Workflows, for organisations where no bot can be registered.
 *
 * Redirects are not followed, and nothing of the address or of what is answered is kept or logged: whoever knows the
 * address can post.
 */
export function webhookMessenger(links: Links, clock: () => number = () => performance.now()): Messenger {
  const pacer = createPacer(clock, LIMITS);

  return async (to, message, { signal, handOver }) => {
    if (to.by !== 'webhook') return { outcome: 'refused', reason: 'no-bot' };
    const wait = await pacer.turn('webhooks', to.url, signal);
    if (wait !== undefined) return { outcome: 'later', reason: 'no-turn', afterMs: wait };

    if (!(await handOver())) return { outcome: 'later', reason: 'not-ours' };
    await pacer.leave('webhooks');

    const { card, summary } = messageCard(message, links, { hasBot: false });
    const attachments = [{ contentType: CARD, contentUrl: null, content: card }];
    const response = await post(to.url, { type: 'message', summary, attachments });
    if (!response) return { outcome: 'later', reason: 'no-answer', unsure: true };
    const outcome = outcomeOf(response);
    if (response.status === 429) pacer.slowDown('webhooks', to.url, waitIn(response));
    return outcome;
  };
}

async function post(url: string, body: unknown): Promise<Response | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // The connection can be used again when the answer has been read; what it says is of no use.
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}

function outcomeOf(response: Response): Outcome {
  const { status, ok } = response;
  if (ok) return { outcome: 'sent' };
  if (status === 429 || status === 408 || status >= 500) {
    const unsure = status === 502 || status === 504;
    return { outcome: 'later', reason: `status-${status}`, afterMs: waitIn(response), unsure };
  }
  return { outcome: 'refused', reason: status === 404 || status === 410 ? 'webhook-gone' : 'not-taken' };
}

function waitIn({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
