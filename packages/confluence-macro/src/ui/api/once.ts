import type { Answer, Failure } from './response.ts';

/** How often a first try that is still under way is asked about, and how long after each time. */
const LOOKS = 12;
const LOOK_AFTER_MS = 1000;
const NOT_NOW = new Set(['key-in-use', 'too-many-requests', 'too-slow', 'try-again']);

/**
 * Whether a failure leaves it open what was written: the next try must carry the same key, or it might be written twice.
 * A refusal is an answer, after which the same write would be a new one.
 */
export const leavesOpen = ({ status, reason }: Failure): boolean =>
  status === 0 || status >= 500 || NOT_NOW.has(reason);

/** Writes under one key. While an earlier try with it is under way, or was cut off with its process, it is asked again. */
export async function writeOnce<Value>(
  write: () => Promise<Answer<Value>>,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Answer<Value>> {
  for (let looks = 0; ; looks += 1) {
    const answer = await write();
    if (answer.ok || answer.failure.reason !== 'key-in-use' || looks >= LOOKS) return answer;
    await pause(LOOK_AFTER_MS);
  }
}
