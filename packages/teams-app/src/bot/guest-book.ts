import { LRUCache } from 'lru-cache';

const REMEMBER_MS = 60 * 60 * 1000;
const REMEMBER_AT_MOST = 10_000;

/** Remembers for an hour who is a guest, since Teams lets a bot ask 14 times a second only. What is unknown is asked again. */
export function guestBook() {
  const known = new LRUCache<string, boolean>({ max: REMEMBER_AT_MOST, ttl: REMEMBER_MS });

  return async (account: string, look: () => Promise<boolean | undefined>): Promise<boolean | undefined> => {
    const remembered = known.get(account);
    if (remembered !== undefined) return remembered;
    const seen = await look();
    if (seen !== undefined) known.set(account, seen);
    return seen;
  };
}
