import { augment } from './augmenting.ts';
import { bid } from './bidding.ts';
import { NONE, openMarket, type Option } from './market.ts';

export { MOST_WORTH, type Option } from './market.ts';

/**
 * Assigns seekers to givers who each have room for some: as many seekers as possible, and among all ways to do that one
 * of the greatest total worth. Answers the giver of each seeker, or -1. The same input gives the same answer.
 *
 * Exact, however little room there is: bids find the prices at which most have what is best for them (bidding.ts), and
 * shortest augmenting paths find a place for the others, or who goes without (augmenting.ts). `npm run bench -- --part
 * mentors` shows how long that takes. A giver that is not there is no option, and a worth beyond its bounds is the bound.
 */
export function assign(options: readonly (readonly Option[])[], room: readonly number[]): Int32Array {
  const market = openMarket(options, room);
  augment(market, bid(market));
  return market.taken.map((option) => (option === NONE ? NONE : (market.giver[option] as number)));
}
