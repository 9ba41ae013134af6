import { LRUCache } from 'lru-cache';

const REMEMBER_MS = 15 * 60 * 1000;
/** Repeats come within seconds. Those of a busier time are known to the other processes (`Sharing`). */
const REMEMBER_AT_MOST = 5000;

/**
 * Has processes that share the work act once together on one delivery. Everything that `act` saves is saved once,
 * whoever tries it how often; with `speaks`, only one of them acts, and the others get `undefined`: there is nothing left
 * for them to say.
 */
export type Sharing = <Answer>(
  delivery: { readonly key: string; readonly speaks: boolean },
  act: () => Promise<Answer>,
) => Promise<Answer | undefined>;

/** Where there is one process only. */
export const alone: Sharing = (_delivery, act) => act();

/**
 * Acts once on what is delivered several times: a repeat gets the answer of the first, even while that is still at work.
 *
 * A delivery that failed is forgotten, so that the channel's next try has a chance. Memory is bounded in number and
 * time. What other processes do is for `Sharing`.
 */
export function deliveries<Answer>() {
  const seen = new LRUCache<string, Promise<Answer>>({ max: REMEMBER_AT_MOST, ttl: REMEMBER_MS });

  return async (key: string | undefined, act: () => Promise<Answer>): Promise<Answer> => {
    if (key === undefined) return act();
    const earlier = seen.get(key);
    if (earlier) return earlier;

    const answer = act();
    seen.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      if (seen.peek(key) === answer) seen.delete(key);
      throw error;
    }
  };
}
