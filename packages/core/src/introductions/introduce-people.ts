import type { RoundId } from '../kernel/ids.ts';
import { mondayAfter } from './arrangement.ts';
import type { IntroductionDeps } from './ports.ts';
import { introductionsOf, planningOf } from './round.ts';

const TRIES = 5;

/**
 * Carries out a round that has begun: plans it and introduces everybody, all at once or nobody. Safe to repeat, to run
 * twice at once, and to be killed at any point. Where people join, pause or are erased while it is planned, it is planned
 * again. Where nobody can be introduced, the next round comes on the next Monday, however slow the rhythm.
 */
export async function introducePeople(
  { rounds, makePlan, newId, now }: Pick<IntroductionDeps, 'rounds' | 'makePlan' | 'newId' | 'now'>,
  { roundId }: { readonly roundId: string },
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const round = await rounds.find(roundId as RoundId);
    if (!round || round.plannedAt) return;
    const at = now();
    const known = await rounds.known(round.communityId, at);
    const plan = await makePlan(planningOf(round, known, at));
    const introductions = introductionsOf(plan, known.candidates, at, newId);
    const tryAt = introductions.length === 0 ? mondayAfter(at) : undefined;
    if (await rounds.savePlan(round, { known, plan, introductions, tryAt }, at)) return;
  }
  throw new Error(`The people of round ${roundId} changed each time it was planned; the job is tried again later`);
}
