import { int, real } from './numbers.ts';

/** What two people miss in a pair, of what the bound counts for both: never below zero, `Infinity` where they are kept apart. */
export type Missed = (one: number, other: number) => number;

/** Pairs that people may be in, and what each misses. The ways of a person are `from[person]` to `from[person + 1] - 1`. */
export type Ways = { readonly from: Int32Array; readonly to: Int32Array; readonly misses: Float64Array };

/** All pairs that miss less than `most`, in both directions. */
export function waysWithin(count: number, missed: Missed, most: number): Ways {
  const from = new Int32Array(count + 1);
  for (let one = 0; one < count; one += 1) {
    let ways = 0;
    for (let other = 0; other < count; other += 1) if (other !== one && missed(one, other) < most) ways += 1;
    from[one + 1] = int(from, one) + ways;
  }
  const all = int(from, count);
  const to = new Int32Array(all);
  const misses = new Float64Array(all);
  let at = 0;
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other < count; other += 1) {
      const amount = other === one ? Infinity : missed(one, other);
      if (amount >= most) continue;
      to[at] = other;
      misses[at] = amount;
      at += 1;
    }
  }
  return { from, to, misses };
}

/** What all pairs of a round miss, kept, as they are asked for some hundred million times. */
export function missedOf(values: Float64Array, worth: (one: number, other: number) => number): Missed {
  const count = values.length;
  const all = new Float64Array(count * count).fill(Infinity);
  for (let one = 1; one < count; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const misses = real(values, one) + real(values, other) - worth(one, other);
      all[one * count + other] = misses;
      all[other * count + one] = misses;
    }
  }
  return (one, other) => real(all, one * count + other);
}
