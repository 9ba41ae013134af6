import { differs, hoursOf, pointsFor, type Traits, UNKNOWN } from './affinity.ts';
import type { Availability } from '../identity/working-week.ts';
import { int } from './numbers.ts';
import { Numbering } from './numbering.ts';

/**
 * People of one kind gain the same from anybody of another kind, or at most that. A round has far fewer kinds than
 * people, and the best way to pair kinds (transport.ts) bounds the best way to pair people.
 */
export type Kinds = {
  readonly count: number;
  readonly of: Int32Array;
  readonly people: readonly (readonly number[])[];
  /** `most[a * count + b]`: no two people of kinds a and b gain more. */
  readonly most: Int16Array;
};

/** More kinds would take too long to pair. */
const KINDS = 6000;
/** Teams and affiliations with a smaller share of the people count as «another one»: to avoid one's own is easy then. */
const SHARES = [0.02, 0.1, 0.2, 1];
/** Quarters of an hour that working hours are widened to, until there are few enough kinds. */
const BLOCKS = [1, 4, 8, 16, 96];
const OTHER = -2;
/** Loses more than any way around it. */
const NOT_ONESELF = -10_000;

export function kindsOf(traits: Traits): Kinds {
  const total = traits.team.length;
  for (const [at, block] of BLOCKS.entries()) {
    const kinds = split(traits, (SHARES[Math.min(at, SHARES.length - 1)] as number) * total, block);
    if (kinds && kinds.size <= KINDS) return kinds.build();
  }
  return split(traits, total, 96).build();
}

function split(traits: Traits, least: number, block: number) {
  const weeks = traits.weeks.map((week) => widened(week, block));
  const weekNumbers = new Numbering();
  const weekOf = weeks.map((week) => weekNumbers.of(week.join()));
  const [team, affiliation] = [large(traits.team, least), large(traits.affiliation, least)];
  const kinds = new Numbering();
  const first: number[] = [];
  const of = Int32Array.from(traits.team, (_, person) => {
    const parts = [traits.region, traits.fresh, team, affiliation].map((trait) => int(trait, person));
    const kind = kinds.of([weekOf[int(traits.week, person)], ...parts].join());
    first[kind] ??= person;
    return kind;
  });
  const distinct: Availability[] = [];
  for (const [at, number] of weekOf.entries()) distinct[number] = weeks[at] as Availability;

  const build = (): Kinds => {
    const count = kinds.size;
    const hours = hoursOf(distinct);
    const week = first.map((person) => weekOf[int(traits.week, person)] as number);
    const people: number[][] = Array.from({ length: count }, () => []);
    for (const [person, kind] of of.entries()) people[kind]?.push(person);
    const most = new Int16Array(count * count);
    for (let a = 0; a < count; a += 1) {
      for (let b = 0; b <= a; b += 1) {
        const [one, other] = [first[a] as number, first[b] as number];
        const points = pointsFor({
          hours: hours(week[a] as number, week[b] as number),
          teams: mayDiffer(int(team, one), int(team, other)),
          affiliations: mayDiffer(int(affiliation, one), int(affiliation, other)),
          regions: differs(int(traits.region, one), int(traits.region, other)),
          newcomer: int(traits.fresh, one) !== int(traits.fresh, other),
        });
        // Somebody who is the only one of a kind is not introduced to themselves.
        const alone = a === b && (people[a] as readonly number[]).length === 1;
        most[a * count + b] = alone ? NOT_ONESELF : points;
        most[b * count + a] = alone ? NOT_ONESELF : points;
      }
    }
    return { count, of, people, most };
  };
  return { size: kinds.size, build };
}

const mayDiffer = (one: number, other: number) => differs(one, other) || (one === OTHER && other === OTHER);

/** A trait with its rare values, which so many people or fewer have, put together. */
function large(trait: Int32Array, least: number): Int32Array {
  const sizes = new Map<number, number>();
  for (const value of trait) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return trait.map((value) => (value === UNKNOWN || (sizes.get(value) as number) > least ? value : OTHER));
}

/** Working hours with every block full in which there is an hour: they share more with others, never less. */
function widened(week: Availability, block: number): Availability {
  if (block === 1) return week;
  const wide = new Int32Array(week.length);
  for (let slot = 0; slot < week.length * 32; slot += 1) {
    if (((int(week, slot >> 5) >> (slot & 31)) & 1) === 0) continue;
    const begin = slot - (slot % block);
    for (let at = begin; at < begin + block; at += 1) wide[at >> 5] = int(wide, at >> 5) | (1 << (at & 31));
  }
  return wide;
}
