import { int, real } from './numbers.ts';
import type { Prices } from './prices.ts';
import type { Ways } from './ways.ts';

export type Perfect = { readonly partner: Int32Array | undefined; readonly prices: Prices };

/** Outer and inner: found from somebody without a partner over an even number of steps, and over an odd one. */
const [FREE, OUTER, INNER, PASSED] = [0, 1, 2, 3] as const;

type Step = readonly [number, number];

/**
 * Pairs everybody so that least is missed altogether: Edmonds' blossom algorithm, from a beginning that may be good.
 *
 * `start` is the beginning: pairs that miss nothing, and -1 for everybody else. Whoever is their own partner takes no
 * part. Each turn looks for a chain between two who have no partner, over pairs that miss just what the prices say; where
 * there is none, prices change until there is one more way (J. Edmonds, 1965). A turn takes time in proportion to the
 * ways, so it is soon over where nearly everybody has a partner already.
 *
 * It ends as well where the prices prove that at least `most` is missed, or that there is no way at all: then there is no
 * `partner`, and the prices add up to `most` or more. `noting` is told the prices whenever only one person is left without
 * a partner: of an odd number that is all there is to find. What pairs miss has to be in halves: all sums are exact then.
 */
export function perfectPairs(
  ways: Ways,
  start: Int32Array,
  { most, noting }: { readonly most: number; readonly noting?: (prices: Prices) => void },
): Perfect {
  const count = start.length;
  const { from, to, misses } = ways;
  const mate = start.slice();
  const price = new Float64Array(2 * count);
  const base = Int32Array.from({ length: 2 * count }, (_, node) => (node < count ? node : -1));
  const parent = new Int32Array(2 * count).fill(-1);
  const inside = Int32Array.from({ length: count }, (_, person) => person);
  const label = new Uint8Array(2 * count);
  /** The step over which somebody was found, -1 for where a search begins. */
  const before = new Int32Array(2 * count);
  const at = new Int32Array(2 * count);
  const people: (readonly number[])[] = Array.from({ length: count }, (_, person) => [person]);
  const children: (readonly number[])[] = [];
  const steps: (readonly Step[])[] = [];
  const unused = Array.from({ length: count }, (_, number) => 2 * count - 1 - number);
  let queue: number[] = [];

  // Nobody would pair with somebody who gives so little.
  for (const [person, other] of start.entries()) if (other === person) price[person] = -Infinity;
  let sum = 0;
  while (mate.includes(-1) && sum < most) {
    begin();
    if (search()) continue;
    if (noting && mate.indexOf(-1) === mate.lastIndexOf(-1)) noting(current());
    reprice();
  }
  return { partner: mate.includes(-1) ? undefined : mate, prices: current() };

  function current(): Prices {
    const nodes = blossoms().filter((node) => real(price, node) > 0);
    return {
      people: price.slice(0, count),
      blossoms: nodes.map((node) => ({ people: people[node] as readonly number[], price: real(price, node) })),
    };
  }

  function blossoms(): readonly number[] {
    const nodes: number[] = [];
    for (let node = count; node < 2 * count; node += 1) if (int(base, node) >= 0) nodes.push(node);
    return nodes;
  }

  /** Those that are in no other one. */
  function topmost(): readonly number[] {
    return blossoms().filter((node) => int(parent, node) < 0);
  }

  /** Everybody without a partner begins a search; blossoms that count nothing are people again. */
  function begin(): void {
    for (const node of topmost()) if (real(price, node) === 0) expand(node);
    label.fill(FREE);
    queue = [];
    for (let person = 0; person < count; person += 1) {
      if (int(mate, person) < 0) setOuter(int(inside, person), -1, person);
    }
  }

  function setOuter(node: number, source: number, person: number): void {
    label[node] = OUTER;
    before[node] = source;
    at[node] = person;
    queue.push(...(people[node] as readonly number[]));
  }

  /** Whether two who had no partner have one now. */
  function search(): boolean {
    for (let next = 0; next < queue.length; next += 1) {
      const one = queue[next] as number;
      for (let way = int(from, one); way < int(from, one + 1); way += 1) {
        const other = int(to, way);
        const [here, there] = [int(inside, one), int(inside, other)];
        if (here === there || label[there] === INNER) continue;
        if (real(misses, way) > real(price, one) + real(price, other)) continue;
        if (label[there] === FREE) {
          label[there] = INNER;
          before[there] = one;
          at[there] = other;
          const stem = int(base, there);
          setOuter(int(inside, int(mate, stem)), stem, int(mate, stem));
          continue;
        }
        const common = meeting(one, other);
        if (common < 0) {
          augment(one, other);
          augment(other, one);
          return true;
        }
        contract(common, one, other);
      }
    }
    return false;
  }

  /** The node in which two searches come from the same one, or -1. */
  function meeting(one: number, other: number): number {
    const path: number[] = [];
    let [here, there, found] = [one, other, -1];
    while (here >= 0 || there >= 0) {
      if (here >= 0) {
        const node = int(inside, here);
        if (label[node] === PASSED) {
          found = node;
          break;
        }
        path.push(node);
        label[node] = PASSED;
        here = int(before, node) < 0 ? -1 : int(before, int(inside, int(before, node)));
      }
      if (there >= 0) [here, there] = [there, here];
    }
    for (const node of path) label[node] = OUTER;
    return found;
  }

  /** Makes one node of all on the circle over `root` and the step from `one` to `other`. */
  function contract(root: number, one: number, other: number): void {
    const node = unused.pop() as number;
    const [left, right] = [wayBack(one, root), wayBack(other, root)];
    const path = [root, ...left.toReversed(), ...right];
    base[node] = int(base, root);
    parent[node] = -1;
    children[node] = path;
    steps[node] = [
      ...left.toReversed().map((here): Step => [int(before, here), int(at, here)]),
      [one, other],
      ...right.map((here): Step => [int(at, here), int(before, here)]),
    ];
    price[node] = 0;
    label[node] = OUTER;
    before[node] = int(before, root);
    at[node] = int(at, root);
    for (const child of path) {
      parent[child] = node;
      // Whoever was inner is outer now, and looks for others as well.
      if (label[child] === INNER) queue.push(...(people[child] as readonly number[]));
    }
    people[node] = path.flatMap((child) => people[child] as readonly number[]);
    for (const person of people[node]) inside[person] = node;
  }

  /** The nodes from a person back to `root`, without it. */
  function wayBack(person: number, root: number): readonly number[] {
    const nodes: number[] = [];
    for (let here = int(inside, person); here !== root; here = int(inside, int(before, here))) nodes.push(here);
    return nodes;
  }

  function expand(node: number): void {
    base[node] = -1;
    unused.push(node);
    for (const child of children[node] as readonly number[]) {
      parent[child] = -1;
      for (const person of people[child] as readonly number[]) inside[person] = child;
      if (child >= count && real(price, child) === 0) expand(child);
    }
  }

  /** Gives `one` a new partner, and others on the way back to where the search began that found them. */
  function augment(one: number, other: number): void {
    let [person, partner] = [one, other];
    for (;;) {
      const node = int(inside, person);
      if (node >= count) turn(node, person);
      mate[person] = partner;
      if (int(before, node) < 0) return;
      const inner = int(inside, int(before, node));
      const [source, entry] = [int(before, inner), int(at, inner)];
      if (inner >= count) turn(inner, entry);
      mate[entry] = source;
      [person, partner] = [source, entry];
    }
  }

  /** Pairs people within a blossom so that `person` is the one who stays over. */
  function turn(node: number, person: number): void {
    const [all, ring] = [children[node] as readonly number[], steps[node] as readonly Step[]];
    let child = person;
    while (int(parent, child) !== node) child = int(parent, child);
    if (child >= count) turn(child, person);
    const first = all.indexOf(child);
    // Round the circle from the one who stays over, two and two: each second step makes a pair.
    for (let gone = 1; gone < all.length; gone += 2) {
      const [a, b] = [(first + gone) % all.length, (first + gone + 1) % all.length];
      const [x, y] = ring[a] as Step;
      if ((all[a] as number) >= count) turn(all[a] as number, x);
      if ((all[b] as number) >= count) turn(all[b] as number, y);
      mate[x] = y;
      mate[y] = x;
    }
    children[node] = [...all.slice(first), ...all.slice(0, first)];
    steps[node] = [...ring.slice(first), ...ring.slice(0, first)];
    base[node] = int(base, child);
  }

  /** Changes prices until one more step becomes possible. */
  function reprice(): void {
    let change = Infinity;
    for (let one = 0; one < count; one += 1) {
      const here = int(inside, one);
      if (label[here] !== OUTER) continue;
      for (let way = int(from, one); way < int(from, one + 1); way += 1) {
        const other = int(to, way);
        const there = int(inside, other);
        if (label[there] === INNER || there === here) continue;
        const slack = real(misses, way) - real(price, one) - real(price, other);
        change = Math.min(change, label[there] === OUTER ? slack / 2 : slack);
      }
    }
    const nodes = topmost();
    for (const node of nodes) if (label[node] === INNER) change = Math.min(change, real(price, node) / 2);
    const alone = mate.reduce((all, other) => all + Number(other < 0), 0);
    // There is no way at all, so whatever may be said is true.
    if (change === Infinity) change = Math.ceil((most - sum) / alone);
    sum += change * alone;
    const sign = (node: number) => Number(label[node] === OUTER) - Number(label[node] === INNER);
    for (let person = 0; person < count; person += 1) {
      price[person] = real(price, person) + change * sign(int(inside, person));
    }
    for (const node of nodes) price[node] = real(price, node) + 2 * change * sign(node);
  }
}
