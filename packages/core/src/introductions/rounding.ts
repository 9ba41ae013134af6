import { type Acquaintance, NEVER } from './acquaintance.ts';
import { int, real } from './numbers.ts';

/**
 * Makes pairs out of an assignment: whom each person got forms cycles, and in a cycle of even length every second step
 * makes pairs that are worth at least half of it, which is all that the bound counts. Of a cycle of odd length one
 * person stays over, the one without whom it is worth most. Answers partners, and -1 for whoever stayed over.
 */
export function pairsOfAssignment(assigned: Int32Array, { worth }: Acquaintance): Int32Array {
  const partner = new Int32Array(assigned.length).fill(-1);
  const seen = new Uint8Array(assigned.length);
  for (let start = 0; start < assigned.length; start += 1) {
    if (seen[start] === 1) continue;
    const cycle: number[] = [];
    for (let person = start; seen[person] !== 1; person = int(assigned, person)) {
      seen[person] = 1;
      cycle.push(person);
    }
    if (cycle.length > 1) pairCycle(cycle, partner, worth);
  }
  return partner;
}

function pairCycle(cycle: readonly number[], partner: Int32Array, worth: Acquaintance['worth']): void {
  const { length } = cycle;
  const person = (at: number) => cycle[at % length] as number;
  const step = Float64Array.from(cycle, (one, at) => worth(one, person(at + 1)));
  // Sums of every second step, beginning with the first and going round as often as the length needs.
  const begins = length % 2 === 0 ? [0, 1] : cycle.map((_, at) => at);
  const last = length % 2 === 0 ? length : length - 1;
  let best = 0;
  let most = -Infinity;
  let sum = 0;
  for (let at = 0; at < last; at += 2) sum += real(step, at);
  const first = sum;
  if (length % 2 === 0) {
    let other = 0;
    for (let at = 1; at < length; at += 2) other += real(step, at);
    best = begins[first >= other ? 0 : 1] as number;
  } else {
    // Whoever stands before the begin stays over; moving the begin on by two takes one step out and another in.
    let begin = 0;
    for (let turn = 0; turn < length; turn += 1) {
      if (sum > most) {
        most = sum;
        best = begin;
      }
      sum += real(step, (begin + length - 1) % length) - real(step, begin);
      begin = (begin + 2) % length;
    }
  }
  for (let at = 0; at < last; at += 2) {
    const [one, other] = [person(best + at), person(best + at + 1)];
    if (worth(one, other) === NEVER) continue;
    partner[one] = other;
    partner[other] = one;
  }
}
