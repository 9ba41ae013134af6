import { unlessStale } from '../kernel/errors.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { pair } from './pairing.ts';
import type { LearningDeps } from './ports.ts';
import { askMentor } from './request.ts';

type Deps = Pick<LearningDeps, 'mentoring' | 'now'>;

/**
 * Asks a mentor for each who looks for one in a community, so that as many as possible get one and all fit as well as
 * can be. Safe to repeat, and to be killed: whoever has been asked for stays so, the others are next time.
 */
export async function pairSeekers({ mentoring, now }: Deps, communityId: CommunityId): Promise<void> {
  const { mentors, seekers } = await mentoring.board(communityId, now());
  if (mentors.length === 0 || seekers.length === 0) return;
  for (const { requestId, mentorId, because } of pair(mentors, seekers)) {
    const request = await mentoring.findRequest(requestId);
    const asked = request && askMentor(request, { mentorId, because }, now());
    if (!asked) continue;
    await mentoring.saveRequest(asked, now()).catch(unlessStale);
  }
}
