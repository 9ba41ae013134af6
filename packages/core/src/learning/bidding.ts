import { type Market, MOST_WORTH, NOBODY, NONE, take } from './market.ts';

/** Bids of everybody on average, after which the rest is left to the search. */
const BIDS_EACH = 20;
/** Bids one after the other that moved no price: two givers are equally good, and the same people would change for ever. */
const IDLE_BIDS = 10;
/** Whoever would have to pay this much competes for too few places. */
const TOO_DEAR = 2 * MOST_WORTH;

/**
 * Lets seekers bid for places, and answers those who have none in the end (few, where there is room for all).
 *
 * Each goes to the giver that is best at the prices of the moment. Where all places are taken the one leaves who loses
 * least by it, and the price rises to where the next one would leave: so all who stay still have what is best for them.
 * This is the auction of Bertsekas (1979) with places that are alike and without the usual small extra bid, so nothing
 * is approximate; it may only not come to an end, and then it is ended.
 */
export function bid(market: Market): readonly number[] {
  const { seekers, start, giver, cost, first, held, price, holder, taken } = market;
  const without: number[] = [];
  let bids = BIDS_EACH * seekers;
  for (let next = 0; next < seekers; next += 1) {
    let idle = 0;
    for (let seeker = next; seeker !== NONE;) {
      const best = bestOf(seeker);
      if (best === NONE || valueOf(best) >= TOO_DEAR || bids <= 0 || idle > IDLE_BIDS) {
        without.push(seeker);
        break;
      }
      const to = giver[best] as number;
      const free = (first[to] as number) + (held[to] as number);
      if (free < (first[to + 1] as number)) {
        held[to] = (held[to] as number) + 1;
        take(market, seeker, best, free);
        break;
      }
      const { leaves, rise } = whoLeaves(seeker, best, to);
      price[to] = (price[to] as number) + Math.min(rise, TOO_DEAR);
      bids -= 1;
      idle = rise > 0 ? 0 : idle + 1;
      if (leaves === NONE) continue;
      const leaver = holder[leaves] as number;
      taken[leaver] = NONE;
      take(market, seeker, best, leaves);
      seeker = leaver;
    }
  }
  return without;

  function valueOf(option: number): number {
    return (cost[option] as number) + (price[giver[option] as number] as number);
  }

  function bestOf(seeker: number): number {
    let [best, least] = [NONE, Infinity];
    for (let option = start[seeker] as number; option < (start[seeker + 1] as number); option += 1) {
      const value = valueOf(option);
      if (value < least) [best, least] = [option, value];
    }
    return best;
  }

  /** What a seeker loses when they leave the giver of this option for the next best one. */
  function lossOf(seeker: number, option: number): number {
    let least = NOBODY;
    for (let other = start[seeker] as number; other < (start[seeker + 1] as number); other += 1) {
      if (giver[other] !== giver[option]) least = Math.min(least, valueOf(other));
    }
    return least - valueOf(option);
  }

  /** The place of whoever loses least, or `NONE` where that is who came; and what the next one would lose. */
  function whoLeaves(seeker: number, option: number, to: number): { leaves: number; rise: number } {
    let [leaves, least, rise] = [NONE, lossOf(seeker, option), Infinity];
    for (let at = first[to] as number; at < (first[to + 1] as number); at += 1) {
      const one = holder[at] as number;
      const loss = lossOf(one, taken[one] as number);
      // Of two who lose the same the one who is there leaves: whoever came has just left another giver.
      if (loss < least || (loss === least && leaves === NONE)) [leaves, least, rise] = [at, loss, least];
      else rise = Math.min(rise, loss);
    }
    return { leaves, rise };
  }
}
