import { int, real } from './numbers.ts';

/**
 * What any way of pairing `count` people misses at least, in the measure of `missed`, which is nowhere below zero. Where
 * the number is odd, with one group of three, of which each pair counts half.
 *
 * Take only the pairs that miss at most so much: people fall apart into parts that no such pair connects, and of a part
 * with an odd number somebody has to be paired beyond it. So for each amount there are at least half as many pairs that
 * miss more as there are odd parts, and adding up over all amounts gives what is missed altogether. Three of an odd part
 * make it even, and one part can do without; three of three odd parts count one and a half. The parts of every
 * amount are those of a least spanning tree without its longer branches, which takes a moment for 2,000 people.
 */
export function leastMissed(count: number, missed: (one: number, other: number) => number): number {
  const parts = Int32Array.from({ length: count }, (_, person) => person);
  const sizes = new Int32Array(count).fill(1);
  const partOf = (person: number): number => {
    let part = person;
    while (int(parts, part) !== part) part = int(parts, part);
    return part;
  };

  // Of the odd parts, how many have three people or more.
  let [least, before, odd, roomy] = [0, 0, count, 0];
  const needed = () => (count % 2 === 1 && roomy > 0 ? odd - 1 : odd);
  const isRoomy = (part: number) => Number(int(sizes, part) % 2 === 1 && int(sizes, part) >= 3);
  for (const { one, other, misses } of spanningTree(count, missed)) {
    // Nothing connects the rest.
    if (misses === Infinity) return needed() > 0 ? Infinity : least;
    least += ((misses - before) * needed()) / 2;
    before = misses;
    const [small, large] = [partOf(one), partOf(other)].sort((a, b) => int(sizes, a) - int(sizes, b)) as [
      number,
      number,
    ];
    if (int(sizes, small) % 2 === 1 && int(sizes, large) % 2 === 1) odd -= 2;
    roomy -= isRoomy(small) + isRoomy(large);
    parts[small] = large;
    sizes[large] = int(sizes, large) + int(sizes, small);
    roomy += isRoomy(large);
  }
  return least;
}

type Branch = { readonly one: number; readonly other: number; readonly misses: number };

/** The branches of a least spanning tree (Prim), those that miss least first. */
function spanningTree(count: number, missed: (one: number, other: number) => number): readonly Branch[] {
  const branches: Branch[] = [];
  const nearest = new Int32Array(count);
  const distance = new Float64Array(count).fill(Infinity);
  const outside = Int32Array.from({ length: count }, (_, person) => person);
  let last = 0;
  for (let left = count - 1; left > 0; left -= 1) {
    // Whoever came in last gives their place to the one at the end.
    outside[outside.indexOf(last)] = int(outside, left);
    let [next, least] = [int(outside, 0), Infinity];
    for (let at = 0; at < left; at += 1) {
      const person = int(outside, at);
      const misses = missed(last, person);
      if (misses < real(distance, person)) {
        distance[person] = misses;
        nearest[person] = last;
      }
      if (real(distance, person) < least) [next, least] = [person, real(distance, person)];
    }
    branches.push({ one: int(nearest, next), other: next, misses: least });
    last = next;
  }
  return branches.sort((a, b) => a.misses - b.misses);
}
