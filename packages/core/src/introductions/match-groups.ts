import type { Acquaintance } from './acquaintance.ts';
import { NEVER } from './acquaintance.ts';
import { type Dice, shuffled } from './dice.ts';
import { type Group, sizesFor, worthWithin } from './group.ts';

const PASSES = 20;
/** Exchanges that are tried in one pass, over all people. */
const TRIES = 1_200_000;
const LOOKS = 100;

export type Groups = { readonly groups: Group[]; readonly single: readonly number[] };

/**
 * Puts everybody into groups of about `size`: dealt out by the dice, then people change places as long as all of them
 * together gain. The best way is not to be found in reasonable time (it is NP-hard from three people on); how far away
 * it can be at most, bounding.ts says. Whoever would still be with somebody they must not meet is answered as single.
 */
export function matchGroups(count: number, size: number, acquaintance: Acquaintance, dice: Dice): Groups {
  const order = shuffled([...Array(count).keys()], dice);
  const groups: Group[] = sizesFor(count, size).map((length) => order.splice(0, length));
  const groupOf = new Int32Array(count);
  for (const [at, group] of groups.entries()) for (const person of group) groupOf[person] = at;

  const looks = Math.min(count, LOOKS, Math.max(8, Math.floor(TRIES / count / size)));
  for (let pass = 0; pass < PASSES; pass += 1) {
    let changes = 0;
    for (let one = 0; one < count; one += 1) {
      let [most, found] = [1e-9, -1];
      for (let look = 0; look < looks; look += 1) {
        const other = count <= LOOKS ? look : dice.below(count);
        const gain = gainOfExchange(one, other);
        if (gain > most) [most, found] = [gain, other];
      }
      if (found < 0) continue;
      exchange(one, found);
      changes += 1;
    }
    if (changes === 0 || changes < count / 2000) break;
  }
  // One person alone makes no group.
  const single = [...order, ...groups.flatMap((group) => takeApart(group, acquaintance))];
  return { groups: groups.filter((group) => group.length > 0), single };

  function gainOfExchange(one: number, other: number): number {
    const [here, there] = [groups[groupOf[one] as number] as Group, groups[groupOf[other] as number] as Group];
    if (here === there) return 0;
    let [gainHere, gainThere] = [0, 0];
    for (const member of here) {
      if (member !== one) gainHere += worthWithin(acquaintance, other, member) - worthWithin(acquaintance, one, member);
    }
    for (const member of there) {
      if (member !== other)
        gainThere += worthWithin(acquaintance, one, member) - worthWithin(acquaintance, other, member);
    }
    return gainHere / (here.length - 1) + gainThere / (there.length - 1);
  }

  function exchange(one: number, other: number): void {
    const [at, place] = [groupOf[one] as number, groupOf[other] as number];
    const [here, there] = [groups[at] as Group, groups[place] as Group];
    here[here.indexOf(one)] = other;
    there[there.indexOf(other)] = one;
    groupOf[one] = place;
    groupOf[other] = at;
  }
}

/** Takes whoever may not be together out of a group; of the last one nobody remains alone in it. */
function takeApart(group: Group, { worth }: Acquaintance): readonly number[] {
  const out: number[] = [];
  for (let at = group.length - 1; at > 0; at -= 1) {
    const person = group[at] as number;
    if (group.slice(0, at).some((member) => worth(member, person) === NEVER)) out.push(...group.splice(at, 1));
  }
  return group.length === 1 ? [...out, ...group.splice(0)] : out;
}
