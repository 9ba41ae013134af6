import { LRUCache } from 'lru-cache';
import { MOST_VIEWS } from './cards/card.ts';

const REMEMBER_MS = 60 * 60 * 1000;
const MOST_CARDS = 5000;
const MOST_PLACES = 10_000;

/** One card in one conversation. */
export type Shown = { readonly conversationId: string; readonly subject: string };

/**
 * Whose own view of a shared card Teams fetches.
 *
 * Where at most sixty people read along, everybody's: no list is needed, and none is written into the card. In a larger
 * place it is the sixty who used the card last; the one who used it first makes way. Kept in memory: after a restart a
 * large place begins anew, and the base card is right for all.
 */
export function audiences() {
  const used = new LRUCache<string, readonly string[]>({ max: MOST_CARDS });
  const sizes = new LRUCache<string, number>({ max: MOST_PLACES, ttl: REMEMBER_MS });

  /** `user` is the one who uses the card now, unless the list would give away that they did. */
  return async (
    { conversationId, subject }: Shown,
    user: string | undefined,
    countMembers: () => Promise<number | undefined>,
  ): Promise<readonly string[] | undefined> => {
    const place = conversationId.split(';')[0] ?? conversationId;
    let size = sizes.get(place);
    if (size === undefined) {
      size = await countMembers();
      if (size !== undefined) sizes.set(place, size);
    }
    if (size !== undefined && size <= MOST_VIEWS) return undefined;

    const key = `${place} ${subject}`;
    const before = used.get(key) ?? [];
    if (user === undefined) return before;
    const now = [...before.filter((one) => one !== user), user].slice(-MOST_VIEWS);
    used.set(key, now);
    return now;
  };
}

export type Audiences = ReturnType<typeof audiences>;
