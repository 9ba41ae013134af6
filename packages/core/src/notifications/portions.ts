type Portions<Item> = {
  /** Brings up to so many more; fewer mean that there is nothing more just now. */
  readonly take: (limit: number) => Promise<readonly Item[]>;
  readonly work: (item: Item) => Promise<void>;
  readonly portion: number;
  /** How many are worked on at once: more than a portion, so that work goes on while the next one is taken. */
  readonly most: number;
  readonly signal: AbortSignal;
};

/**
 * Works on many things at once, portion by portion: the next is taken as soon as there is room for it, however long one
 * of those in hand may take. Ends when there is nothing more and all that was in hand is done, or `signal` asks for it.
 * Where one fails no more are taken, and it fails when the others have ended.
 */
export async function portions<Item>({ take, work, portion, most, signal }: Portions<Item>): Promise<void> {
  let inHand = 0;
  let failure: { readonly error: unknown } | undefined;
  let look = () => {};

  const until = (few: number) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (inHand <= few) resolve();
      };
      look();
    });
  const begin = (item: Item) => {
    inHand += 1;
    void work(item)
      .catch((error: unknown) => (failure ??= { error }))
      .finally(() => {
        inHand -= 1;
        look();
      });
  };

  while (!signal.aborted && !failure) {
    const taken = await take(portion).catch((error: unknown) => {
      failure ??= { error };
      return [];
    });
    taken.forEach(begin);
    if (inHand === 0) break;
    // What those in hand lead to, or what others queue meanwhile, is looked for now and then, not after each of them.
    await until(taken.length < portion ? Math.floor(inHand / 2) : most - portion);
  }
  await until(0);
  if (failure) throw failure.error;
}
