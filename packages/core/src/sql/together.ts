import { setTimeout as pause } from 'node:timers/promises';

/**
 * Writes or reads together what comes at about the same time: one statement while the next things come in, and none
 * before `wait` milliseconds have passed since the first of them came. A read begins after its item came, so it sees all
 * that was saved until then. Each call ends with what `run` answers for the lot; it fails when that fails.
 */
export function together<Item, Answer>(
  run: (items: readonly Item[]) => Promise<Answer>,
  wait = 0,
): (item: Item) => Promise<Answer> {
  let next: { readonly items: Item[]; readonly done: Promise<Answer> } | undefined;
  let running: Promise<unknown> = Promise.resolve();

  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const done = Promise.all([running, wait > 0 ? pause(wait) : undefined]).then(() => {
        next = undefined;
        return run(items);
      });
      running = done.catch(() => undefined);
      next = { items, done };
    }
    next.items.push(item);
    return next.done;
  };
}
