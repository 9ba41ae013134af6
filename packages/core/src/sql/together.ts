import { setTimeout as pause } from 'node:timers/promises';

/**
 * Writes together what comes at about the same time: one statement while the next things come in, and none before `wait`
 * milliseconds have passed since the first of them came. Each call ends when its own item has been written, with what
 * `write` answers for the lot; it fails when that fails.
 */
export function together<Item, Answer>(
  write: (items: readonly Item[]) => Promise<Answer>,
  wait = 0,
): (item: Item) => Promise<Answer> {
  let next: { readonly items: Item[]; readonly written: Promise<Answer> } | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  return (item) => {
    if (!next) {
      const items: Item[] = [];
      const written = Promise.all([writing, wait > 0 ? pause(wait) : undefined]).then(() => {
        next = undefined;
        return write(items);
      });
      writing = written.catch(() => undefined);
      next = { items, written };
    }
    next.items.push(item);
    return next.written;
  };
}
