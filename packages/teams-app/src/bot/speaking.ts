import { setTimeout as pause } from 'node:timers/promises';
import { type ConnectorFailure, failureIn } from './connector-failure.ts';

/** Where Teams itself answered so, it has not taken the message. */
const NOT_TAKEN = new Set([412, 429, 500, 503]);
const PAUSES_MS = [400, 1200, 3000];
/** Whoever wrote to the bot is waiting: what Teams wants to have put off for longer is given up. */
const LONGEST_MS = 5000;
const JITTER = 0.5;

/**
 * Says something to somebody who is waiting for it. Tried again, a few times and not at once, only where Teams has
 * surely not taken it; after a lost connection, or where a gateway answered, nobody knows, so it is not said twice.
 */
export async function say<Answer>(speak: () => Promise<Answer>, dice: () => number = Math.random): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await speak();
    } catch (error) {
      const wait = waitAfter(failureIn(error, Date.now()), tries);
      if (wait === undefined) throw error;
      await pause(wait * (1 + JITTER * dice()));
    }
  }
}

function waitAfter({ status, retryAfterMs = 0 }: ConnectorFailure, tries: number): number | undefined {
  const usual = PAUSES_MS[tries];
  if (status === undefined || !NOT_TAKEN.has(status) || usual === undefined || retryAfterMs > LONGEST_MS)
    return undefined;
  return Math.max(usual, retryAfterMs);
}
