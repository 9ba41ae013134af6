import { LRUCache } from 'lru-cache';

const REMEMBER_MS = 15 * 60 * 1000;
const REMEMBER_AT_MOST = 20_000;

/**
 * Acts once on what is delivered several times: a repeat gets the answer of the first, even while that is still at work.
 *
 * A delivery that failed is forgotten, so that the channel's next try has a chance. Memory is bounded in number and
 * time; across processes, core's own rules keep a repeat harmless.
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
