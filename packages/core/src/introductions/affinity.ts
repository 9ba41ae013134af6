import { type Availability, availabilityOf, sharedQuarters } from '../identity/working-week.ts';
import { byte, int } from './numbers.ts';
import { Numbering } from './numbering.ts';
import type { Candidate } from './planning.ts';

/**
 * How much two people who have not met gain from it, in points:
 *
 * - across: 30 for different teams, 30 for different affiliations, 20 for different regions of the world; what somebody
 *   did not say counts nothing;
 * - hours: 3 for each quarter of an hour in the week at which both work, up to ten hours, so up to 120;
 * - newcomers first: half as much again where exactly one of the two is new, so that newcomers get the good ones and
 *   are introduced to those who know the community.
 */
export type Affinity = {
  readonly points: (one: number, other: number) => number;
  readonly traits: Traits;
};

/** What the points are counted from, as numbers; `UNKNOWN` for what somebody did not say. */
export type Traits = {
  readonly team: Int32Array;
  readonly affiliation: Int32Array;
  readonly region: Int32Array;
  readonly fresh: Int32Array;
  readonly week: Int32Array;
  readonly weeks: readonly Availability[];
};

export const UNKNOWN = -1;
const ACROSS = { team: 30, affiliation: 30, region: 20 } as const;
const FOR_A_QUARTER = 3;
const QUARTERS_THAT_COUNT = 40;
/** Above this many different working weeks their overlaps are not kept but counted each time. */
const WEEKS_KEPT = 4096;

export function affinityOf(people: readonly Candidate[], at: Date): Affinity {
  const traits = traitsOf(people, at);
  const { team, affiliation, region, fresh, week, weeks } = traits;
  const hours = hoursOf(weeks);
  const differ = (trait: Int32Array, one: number, other: number) => differs(int(trait, one), int(trait, other));
  return {
    traits,
    points: (one, other) =>
      pointsFor({
        hours: hours(int(week, one), int(week, other)),
        teams: differ(team, one, other),
        affiliations: differ(affiliation, one, other),
        regions: differ(region, one, other),
        newcomer: int(fresh, one) !== int(fresh, other),
      }),
  };
}

/** The formula itself: `hours` in points already, the others as facts. */
export function pointsFor(pair: {
  readonly hours: number;
  readonly teams: boolean;
  readonly affiliations: boolean;
  readonly regions: boolean;
  readonly newcomer: boolean;
}): number {
  const points =
    pair.hours +
    (pair.teams ? ACROSS.team : 0) +
    (pair.affiliations ? ACROSS.affiliation : 0) +
    (pair.regions ? ACROSS.region : 0);
  return pair.newcomer ? points + (points >> 1) : points;
}

export const differs = (one: number, other: number) => one !== other && one !== UNKNOWN && other !== UNKNOWN;

/** Points for the hours that two working weeks share. */
export function hoursOf(weeks: readonly Availability[]): (one: number, other: number) => number {
  const count = weeks.length;
  const points = (one: number, other: number) =>
    FOR_A_QUARTER *
    Math.min(QUARTERS_THAT_COUNT, sharedQuarters(weeks[one] as Availability, weeks[other] as Availability));
  if (count > WEEKS_KEPT) return points;
  const kept = new Uint8Array(count * count);
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      kept[one * count + other] = points(one, other);
      kept[other * count + one] = points(one, other);
    }
  }
  return (one, other) => byte(kept, one * count + other);
}

/** The part of the world that a zone lies in: «Europe» of «Europe/Stockholm». Nobody lives in UTC. */
export function regionOf(timeZone: string): string | undefined {
  const [area, place] = timeZone.split('/');
  return place === undefined || area === 'Etc' ? undefined : area;
}

function traitsOf(people: readonly Candidate[], at: Date): Traits {
  const schedules = new Numbering();
  const numbered = new Numbering();
  const weeks: Availability[] = [];
  const weekOfSchedule: number[] = [];
  const week = Int32Array.from(people, ({ schedule: { timeZone, workingHours } }) => {
    const { days, from, to } = workingHours;
    const number = schedules.of([timeZone, from, to, ...days].join());
    weekOfSchedule[number] ??= ((available) => {
      const place = numbered.of(available.join());
      weeks[place] = available;
      return place;
    })(availabilityOf({ timeZone, workingHours }, at));
    return weekOfSchedule[number];
  });
  return {
    week,
    weeks,
    team: numbersOf(people, ({ team }) => team),
    affiliation: numbersOf(people, ({ affiliation }) => affiliation),
    region: numbersOf(people, ({ schedule }) => regionOf(schedule.timeZone)),
    fresh: Int32Array.from(people, ({ newcomer }) => Number(newcomer)),
  };
}

function numbersOf(people: readonly Candidate[], nameOf: (person: Candidate) => string | undefined): Int32Array {
  const numbering = new Numbering();
  return Int32Array.from(people, (person) => {
    const name = nameOf(person)?.trim().toLocaleLowerCase('en');
    return name ? numbering.of(name) : UNKNOWN;
  });
}
