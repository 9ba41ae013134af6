/** One way in which a seeker could be served: by which giver, and how good that would be (an integer, 0 to 1,000,000). */
export type Option = { readonly giver: number; readonly worth: number };

export const MOST_WORTH = 1_000_000;
/** Dearer than all that worth could ever gain, so that nobody goes without for the sake of a better fit of others. */
export const NOBODY = 1e11;
export const NONE = -1;

/**
 * Seekers, what each would cost with whom, and who is with whom at the moment.
 *
 * The options of seeker `s` are `start[s]` up to `start[s + 1]`, the places of giver `g` `first[g]` up to `first[g + 1]`,
 * of which the first `held[g]` are taken. Two things hold whenever a step is over, and make the end the best there is:
 * a giver with a free place has price zero, and whoever has a place has the option whose cost and price together are
 * least for them (complementary slackness).
 */
export type Market = {
  readonly seekers: number;
  readonly start: Int32Array;
  readonly giver: Int32Array;
  readonly cost: Float64Array;
  readonly first: Int32Array;
  readonly held: Int32Array;
  readonly price: Float64Array;
  /** Who has each place. */
  readonly holder: Int32Array;
  /** Which option each seeker has, or `NONE`; and which place. */
  readonly taken: Int32Array;
  readonly place: Int32Array;
};

/** Nobody has a place yet. Givers who are not there or have no room are no option; a worth beyond its bounds is the bound. */
export function openMarket(options: readonly (readonly Option[])[], room: readonly number[]): Market {
  const seekers = options.length;
  const real = options.map((own) => own.filter(({ giver }) => (room[giver] ?? 0) > 0));
  const start = new Int32Array(seekers + 1);
  for (const [seeker, own] of real.entries()) start[seeker + 1] = (start[seeker] as number) + own.length;
  const flat = real.flat();
  const first = new Int32Array(room.length + 1);
  for (const [giver, most] of room.entries()) {
    first[giver + 1] = (first[giver] as number) + Math.max(0, Math.min(seekers, most));
  }
  return {
    seekers,
    start,
    giver: Int32Array.from(flat, ({ giver }) => giver),
    cost: Float64Array.from(flat, ({ worth }) => MOST_WORTH - Math.min(MOST_WORTH, Math.max(0, Math.round(worth)))),
    first,
    held: new Int32Array(room.length),
    price: new Float64Array(room.length),
    holder: new Int32Array(first[room.length] as number),
    taken: new Int32Array(seekers).fill(NONE),
    place: new Int32Array(seekers),
  };
}

/** Puts a seeker into a place, whoever had it. */
export function take({ holder, taken, place }: Market, seeker: number, option: number, at: number): void {
  holder[at] = seeker;
  taken[seeker] = option;
  place[seeker] = at;
}
