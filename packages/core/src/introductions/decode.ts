import { type Dice, shuffled } from './dice.ts';
import type { Kinds } from './kinds.ts';
import type { Flow } from './transport.ts';

/**
 * Lets people go where their kind goes. Answers an assignment: everybody gets somebody, and is got by somebody.
 *
 * What goes from a to b and as well from b to a becomes pairs at once; only the rest forms longer cycles.
 */
export function assignPeople({ people, of }: Kinds, flows: readonly Flow[], dice: Dice): Int32Array {
  const assigned = new Int32Array(of.length);
  const pools = people.map((all) => shuffled(all, dice));
  const back = new Map(flows.map(({ from, to, amount }) => [from * people.length + to, amount]));
  const take = (pool: readonly number[][], kind: number) => pool[kind]?.pop() as number;
  const rest: Flow[] = [];
  for (const { from, to, amount } of flows) {
    const returning = from === to ? amount : (back.get(to * people.length + from) ?? 0);
    const both = Math.min(amount, returning);
    for (let pair = from === to ? 2 : 1; pair <= (from <= to ? both : 0); pair += from === to ? 2 : 1) {
      const [one, other] = [take(pools, from), take(pools, to)];
      assigned[one] = other;
      assigned[other] = one;
    }
    const left = from === to ? amount % 2 : amount - both;
    if (left > 0) rest.push({ from, to, amount: left });
  }
  const goals = pools.map((pool) => shuffled(pool, dice));
  for (const { from, to, amount } of rest) {
    for (let one = 0; one < amount; one += 1) assigned[take(pools, from)] = take(goals, to);
  }
  return assigned;
}
