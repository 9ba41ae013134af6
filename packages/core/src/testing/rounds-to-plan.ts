import fc from 'fast-check';
import { usualWorkingHours } from '../identity/profile.ts';
import { diceFrom } from '../introductions/dice.ts';
import type { Candidate } from '../introductions/planning.ts';
import type { PersonId } from '../kernel/ids.ts';

export const at = new Date('2026-03-02T08:00:00Z');
export const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
const zones = ['Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu', 'Australia/Sydney', 'UTC'];
export const idOf = (number: number) => `person-${String(number).padStart(6, '0')}` as PersonId;

export const aCandidate = (number: number, traits: Partial<Candidate> = {}): Candidate => ({
  id: idOf(number),
  team: undefined,
  affiliation: undefined,
  schedule: { workingHours: usualWorkingHours, timeZone: 'Europe/Stockholm' },
  newcomer: false,
  ...traits,
});

const traits = fc.record({
  team: fc.constantFrom('a', 'b', undefined),
  affiliation: fc.constantFrom('north', 'south', undefined),
  newcomer: fc.boolean(),
  schedule: fc.record({
    timeZone: fc.constantFrom(...zones),
    workingHours: fc.constantFrom(usualWorkingHours, { days: [1, 3], from: '13:00', to: '22:15' }),
  }),
});

/** Rounds of up to `most` people; `apart` of them are kept apart in pairs. */
export const plannings = (most: number, apart = 6) =>
  fc.array(traits, { maxLength: most }).chain((all) => {
    const someone = fc.nat(Math.max(0, all.length - 1)).map(idOf);
    const pair = fc.tuple(someone, someone).filter(([one, other]) => one !== other);
    const pairs = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
      all.length < 2 ? fc.constant<T[]>([]) : fc.array(arbitrary, { maxLength });
    return fc.record({
      candidates: fc.constant(all.map((one, number) => aCandidate(number, one))),
      past: pairs(fc.record({ people: pair, at: fc.integer({ min: 8, max: 900 }).map(daysAgo) }), 3 * most),
      apart: pairs(pair, apart),
      size: fc.integer({ min: 2, max: 8 }),
      seed: fc.string(),
      at: fc.constant(at),
    });
  });

/** People in teams of about twelve, most of whom have met some others. */
export function aCrowd(count: number) {
  const dice = diceFrom('people');
  const candidates = Array.from({ length: count }, (_, number) =>
    aCandidate(number, {
      team: `team ${dice.below(Math.ceil(count / 12))}`,
      affiliation: ['north', 'north', 'south', undefined][dice.below(4)],
      newcomer: dice.below(6) === 0,
      schedule: { workingHours: usualWorkingHours, timeZone: zones[dice.below(5)] as string },
    }),
  );
  const past = Array.from({ length: 3 * count }, () => ({
    people: [idOf(dice.below(count)), idOf(dice.below(count))] as const,
    at: daysAgo(8 + dice.below(400)),
  })).filter(({ people: [one, other] }) => one !== other);
  return { candidates, past };
}
