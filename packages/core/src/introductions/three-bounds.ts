import { byte, real } from './numbers.ts';
import type { Prices } from './prices.ts';

/** Three people who make a group, and what they miss in it. */
export type Three = { readonly people: readonly [number, number, number]; readonly misses: number };

/** What a plan misses at least, in which these three are a group. */
export type BoundOfThree = (one: number, other: number, third: number, misses: number) => number;

/**
 * What prices say about every plan with one group of three.
 *
 * All others are in pairs, so together they miss at least their prices, less the price of each blossom for as many pairs
 * as there can be within it. Three people take their own prices away, and of a blossom that holds two or all three of
 * them one pair.
 */
export function boundOfThree({ people, blossoms }: Prices): BoundOfThree {
  let all = people.reduce((sum, price) => sum + price, 0);
  for (const { price, people: inside } of blossoms) all -= (price * (inside.length - 1)) / 2;
  const held = blossoms.map(({ price, people: inside }) => {
    const holds = new Uint8Array(people.length);
    for (const person of inside) holds[person] = 1;
    return { price, holds };
  });
  return (one, other, third, misses) => {
    let least = all + misses - real(people, one) - real(people, other) - real(people, third);
    for (const { price, holds } of held) {
      if (byte(holds, one) + byte(holds, other) + byte(holds, third) >= 2) least += price;
    }
    return least;
  };
}
