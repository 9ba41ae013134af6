import type { CommunityId, IntroductionId, OrganisationId, PersonId, RoundId } from '../kernel/ids.ts';
import type { Candidate, Planning } from './planning.ts';
import { timesFor } from './meeting-times.ts';
import type { Plan } from './planning.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** A round that has begun. It is planned once, whoever plans it. */
export type Round = {
  readonly id: RoundId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly number: number;
  readonly size: number;
  readonly begunAt: Date;
  readonly begunBy: PersonId | undefined;
  readonly plannedAt: Date | undefined;
};

/** What is known of the people of a community when they are to be introduced. */
export type Known = Pick<Planning, 'candidates' | 'past' | 'apart'>;

export type Introduction = {
  readonly id: IntroductionId;
  readonly people: readonly PersonId[];
  readonly times: readonly Date[];
  readonly askAt: Date;
};

/** Days after which people are asked whether they have met: the proposed times are over, and it is not forgotten. */
const ASK_AFTER_DAYS = 10;

/** The same round is planned the same way by every process, and by the preview before it begins. */
export const planningOf = (
  round: Pick<Round, 'communityId' | 'number' | 'size'>,
  known: Known,
  at: Date,
): Planning => ({ ...known, size: round.size, seed: `${round.communityId} ${round.number}`, at });

/** Puts what is decided about each group beside it. */
export function introductionsOf(
  { groups }: Pick<Plan, 'groups'>,
  candidates: readonly Candidate[],
  at: Date,
  newId: () => string,
): readonly Introduction[] {
  const schedules = new Map(candidates.map(({ id, schedule }) => [id, schedule]));
  return groups.map((people) => ({
    id: newId() as IntroductionId,
    people,
    times: timesFor(
      people.flatMap((id) => schedules.get(id) ?? []),
      at,
    ),
    askAt: new Date(at.getTime() + ASK_AFTER_DAYS * DAY_MS),
  }));
}

/** Whether two of the people may meet: where not, a round would introduce nobody. */
export function canIntroduce({ candidates, apart }: Pick<Known, 'candidates' | 'apart'>): boolean {
  const kept = new Set(apart.map((pair) => pair.toSorted().join()));
  return kept.size < (candidates.length * (candidates.length - 1)) / 2;
}

/** Whether the people are still the same ones: what was planned for others would be wrong for some. */
export function isStillRight(planned: Known, now: Known): boolean {
  const ids = (known: Known) => known.candidates.map(({ id }) => id).join();
  const apart = (known: Known) =>
    known.apart
      .map((pair) => pair.toSorted().join())
      .sort()
      .join(';');
  return ids(planned) === ids(now) && apart(planned) === apart(now);
}
