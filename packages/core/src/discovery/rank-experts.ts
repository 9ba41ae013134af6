import type { Candidate } from '../consultations/consultation.ts';
import type { Puzzle } from '../consultations/ports.ts';
import { nextAtWork } from '../identity/working-hours.ts';
import { becauseKnows, expertScore, topicsInTitle } from './expert.ts';
import type { ExpertQueries } from './ports.ts';

type Deps = { readonly experts: ExpertQueries };

/**
 * Members who may know the answer, the best first, each with the reason: from what they say they can, what they have
 * shown, and how many questions wait for them. Left out are whoever asked by name, whoever has been asked, those who are
 * away, have paused a topic, have enough to do, or cannot be reached.
 */
export async function rankExperts(
  { experts }: Deps,
  puzzle: Puzzle,
  now: Date,
  limit: number,
): Promise<readonly Candidate[]> {
  const topics = puzzle.topics.length > 0 ? puzzle.topics : topicsInTitle(puzzle.title);
  const candidates = await experts.candidates({ ...puzzle, topics }, now);
  return candidates
    .map((one) => ({ ...one, score: expertScore(one.evidence) }))
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
    .slice(0, limit)
    .map(({ personId, evidence, timeZone, workingHours }) => ({
      personId,
      because: becauseKnows(evidence),
      presentAt: nextAtWork({ timeZone, workingHours }, now),
    }));
}
