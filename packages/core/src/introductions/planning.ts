import type { Schedule } from '../identity/working-hours.ts';
import type { PersonId } from '../kernel/ids.ts';

/** Somebody who takes part in a round, as far as it matters for whom they are introduced to. */
export type Candidate = {
  readonly id: PersonId;
  /** The team, as they name it themselves. */
  readonly team: string | undefined;
  readonly affiliation: string | undefined;
  readonly schedule: Schedule;
  /** New to the community: they are introduced to people who know it, and before others. */
  readonly newcomer: boolean;
};

/** Two people who were introduced to each other, and when that was last. */
export type PastPair = { readonly people: readonly [PersonId, PersonId]; readonly at: Date };

/** What a round is planned from. The same input makes the same plan, whenever and wherever. */
export type Planning = {
  readonly candidates: readonly Candidate[];
  readonly past: readonly PastPair[];
  /** People who must not come together, because one of them wants that. */
  readonly apart: readonly (readonly [PersonId, PersonId])[];
  /** How many people a group has, 2 to 8, where the numbers allow it. */
  readonly size: number;
  readonly seed: string;
  readonly at: Date;
};

export type Plan = {
  readonly groups: readonly (readonly PersonId[])[];
  /** Whoever cannot be introduced to anybody: alone in the round, or kept apart from everybody. */
  readonly left: readonly PersonId[];
  /** Pairs within the groups who have been introduced before. */
  readonly repeats: number;
  readonly quality: Quality;
};

/**
 * How good a plan is, in points (see affinity.ts).
 *
 * `share` is a proven lower bound: the plan has at least this share of what the best of all plans with groups of its
 * size has. For up to 2,000 people in pairs, an even number or an odd one, it is 1, as long as nobody has
 * to meet again. `undefined` where nothing is proven: somebody is left over, or people who are kept apart make other
 * groups necessary, or some meet again who may not have to.
 */
export type Quality = {
  readonly points: number;
  readonly share: number | undefined;
};
