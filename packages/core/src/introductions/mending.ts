import { type Acquaintance, NEVER } from './acquaintance.ts';
import type { Dice } from './dice.ts';
import type { Kinds } from './kinds.ts';
import { int, real } from './numbers.ts';

const PASSES = 12;
/** How many others are looked at for somebody whose pair could be better: of everybody, and of the kind they went to. */
const LOOKS = 200;
/** Of very many who are left, each is compared with so many; the improvement that follows puts right what that misses. */
const COMPARED = 1000;

/**
 * Pairs up whoever has no partner: with each other, the best pairs first; two who may not come together each get one of
 * a pair that is parted for them. Only somebody whom nobody may meet stays over, and the odd one.
 */
export function pairTheRest(partner: Int32Array, { worth }: Acquaintance): void {
  const single = [...partner.keys()].filter((person) => int(partner, person) < 0);
  const options: { readonly one: number; readonly other: number; readonly value: number }[] = [];
  for (const [at, one] of single.entries()) {
    for (const other of single.slice(at + 1, at + COMPARED)) {
      const value = worth(one, other);
      if (value !== NEVER) options.push({ one, other, value });
    }
  }
  options.sort((a, b) => b.value - a.value || a.one - b.one || a.other - b.other);
  for (const { one, other } of options) {
    if (int(partner, one) < 0 && int(partner, other) < 0) join(partner, one, other);
  }
  for (const one of single) if (int(partner, one) < 0) partSomebody(partner, one, single, worth);
}

function partSomebody(partner: Int32Array, one: number, single: readonly number[], worth: Acquaintance['worth']): void {
  let [best, found, second] = [NEVER, -1, -1];
  for (const other of single) {
    if (other === one || int(partner, other) >= 0) continue;
    for (let third = 0; third < partner.length; third += 1) {
      const fourth = int(partner, third);
      if (fourth < 0) continue;
      const gain = worth(one, third) + worth(other, fourth) - worth(third, fourth);
      if (gain > best) [best, found, second] = [gain, third, other];
    }
  }
  if (found < 0) return;
  join(partner, second, int(partner, found));
  join(partner, one, found);
}

/**
 * Exchanges partners between two pairs as long as that is worth more. `value` says what each person is worth to the
 * bound: a pair that is worth as much as both of its people cannot be the reason why a plan stays below it, so only the
 * others are looked at.
 */
export function improvePairs(
  partner: Int32Array,
  { worth }: Acquaintance,
  value: (person: number) => number,
  { of, people }: Kinds,
  dice: Dice,
): void {
  const count = partner.length;
  const own = Float64Array.from(partner, (other, one) => (other < 0 ? 0 : worth(one, other)));
  for (let pass = 0; pass < PASSES; pass += 1) {
    let changes = 0;
    for (let one = 0; one < count; one += 1) {
      const two = int(partner, one);
      if (two < 0 || real(own, one) >= value(one) + value(two)) continue;
      const alike = people[int(of, two)] as readonly number[];
      let [best, found] = [0, -1];
      for (let look = 0; look < LOOKS + Math.min(LOOKS, alike.length); look += 1) {
        // In a small round everybody is looked at, in a large one whom the dice say.
        const any = count <= LOOKS ? look % count : dice.below(count);
        const three = look < LOOKS ? any : (alike[dice.below(alike.length)] as number);
        const four = int(partner, three);
        if (four < 0 || three === two || three === one) continue;
        const gain = worth(one, three) + worth(two, four) - real(own, one) - real(own, three);
        if (gain > best) [best, found] = [gain, three];
      }
      if (found < 0) continue;
      const four = int(partner, found);
      join(partner, one, found);
      join(partner, two, four);
      own[one] = own[found] = worth(one, found);
      own[two] = own[four] = worth(two, four);
      changes += 1;
    }
    if (changes === 0) return;
  }
}

function join(partner: Int32Array, one: number, other: number): void {
  partner[one] = other;
  partner[other] = one;
}
