/**
 * Lets work about the same thing wait for its turn here, in its order, rather than each on a connection of its own for
 * one lock: what comes in a rush then leaves the other connections to everybody else, and none gives up waiting for one.
 * The lock still stands, for what other processes do. Work that fails does not keep the next from its turn.
 */
export function inTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <Answer>(about: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(about);
    const mine = before ? before.then(work, work) : work();
    last.set(about, mine);
    try {
      return await mine;
    } finally {
      if (last.get(about) === mine) last.delete(about);
    }
  };
}
