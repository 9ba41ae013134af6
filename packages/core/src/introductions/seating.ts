import { type Acquaintance, NEVER } from './acquaintance.ts';
import type { Dice } from './dice.ts';
import { gainOfJoining, type Group, mayJoin } from './group.ts';

/** Of very many groups so many are looked at for somebody who needs one, before all are. */
const LOOKS = 2000;

/**
 * Finds a place for everybody who has none: together if they may, else in the group that gains most (or loses least),
 * else somebody leaves theirs for them. Changes `groups`, and answers whoever nobody may be introduced to.
 */
export function seat(groups: Group[], single: readonly number[], acquaintance: Acquaintance, dice: Dice): number[] {
  const waiting = [...single];
  const left: number[] = [];
  for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
    const other = waiting.findIndex((one) => acquaintance.worth(one, person) !== NEVER);
    if (other >= 0) {
      groups.push([person, ...waiting.splice(other, 1)]);
      continue;
    }
    const place = bestPlace(groups, person, acquaintance, dice);
    if (place >= 0) groups[place]?.push(person);
    else if (!makeRoom(groups, person, acquaintance, dice)) left.push(person);
  }
  return left;
}

/** The group that it is best to join, smaller ones first, or -1. */
function bestPlace(groups: readonly Group[], person: number, acquaintance: Acquaintance, dice: Dice): number {
  const sampled = groups.length > LOOKS ? best(Array.from({ length: LOOKS }, () => dice.below(groups.length))) : -1;
  return sampled >= 0 ? sampled : best([...groups.keys()]);

  function best(places: readonly number[]): number {
    let [found, least, most] = [-1, Infinity, -Infinity];
    for (const place of places) {
      const group = groups[place] as Group;
      if (group.length > least || !mayJoin(acquaintance, group, person)) continue;
      const gain = gainOfJoining(acquaintance, group, person);
      if (group.length === least && gain <= most) continue;
      [found, least, most] = [place, group.length, gain];
    }
    return found;
  }
}

/** Takes somebody out of a group to be with `person`; whoever would be alone then gets another place. */
function makeRoom(groups: Group[], person: number, acquaintance: Acquaintance, dice: Dice): boolean {
  for (const [at, group] of groups.entries()) {
    for (const other of group) {
      if (acquaintance.worth(other, person) === NEVER) continue;
      const rest = group.filter((one) => one !== other);
      if (rest.length >= 2) {
        groups[at] = rest;
        groups.push([other, person]);
        return true;
      }
      const others = groups.filter((one) => one !== group);
      const place = bestPlace(others, rest[0] as number, acquaintance, dice);
      if (place < 0) continue;
      others[place]?.push(rest[0] as number);
      groups[at] = [other, person];
      return true;
    }
  }
  return false;
}

/** Makes the odd one of pairs somebody else, where a group of three around them is worth more. */
export function chooseOddOne(groups: Group[], odd: number, acquaintance: Acquaintance, dice: Dice): number {
  const { worth } = acquaintance;
  const pairs =
    groups.length > LOOKS ? Array.from({ length: LOOKS }, () => dice.below(groups.length)) : [...groups.keys()];
  const tries = groups.length > LOOKS / 2 ? pairs.slice(0, LOOKS / 4) : pairs;
  let [most, found] = [bestGain(odd, -1), undefined as { place: number; at: 0 | 1 } | undefined];
  for (const place of tries) {
    const pair = groups[place] as Group;
    for (const at of [0, 1] as const) {
      const [out, stays] = [pair[at] as number, pair[1 - at] as number];
      const change = worth(odd, stays) - worth(out, stays);
      // Nobody gains more than this from joining a pair, so most need not be tried.
      if (change === NEVER || change + MOST_OF_A_PLACE <= most) continue;
      const gain = change + bestGain(out, place);
      if (gain > most) [most, found] = [gain, { place, at }];
    }
  }
  if (!found) return odd;
  const pair = groups[found.place] as Group;
  const out = pair[found.at] as number;
  pair[found.at] = odd;
  return out;

  function bestGain(person: number, except: number): number {
    let gain = NEVER;
    for (const place of pairs) {
      const group = groups[place] as Group;
      if (place !== except && mayJoin(acquaintance, group, person)) {
        gain = Math.max(gain, gainOfJoining(acquaintance, group, person));
      }
    }
    return gain;
  }
}

/** Two pairs of 300 points are added to one, which counts half then. */
const MOST_OF_A_PLACE = 300;
