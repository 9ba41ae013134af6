import type { Actor } from '../kernel/actor.ts';
import type { MentoringRequestId, MentorshipId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { AnswerSeekerInput, MyMentoringView } from './contract.ts';
import { beginMentorship } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';
import { acceptSeeker, declineSeeker, type MentoringRequest } from './request.ts';

type Refusal = 'no-such-request' | 'not-asked-to-mentor' | 'no-longer-looking' | 'no-room';

/** The actor, who was asked to be a mentor, agrees or cannot. Said twice it is said once. */
export async function answerSeeker(
  deps: LearningDeps,
  actor: Actor,
  { requestId, accept }: AnswerSeekerInput & { readonly requestId: string },
): Promise<Result<MyMentoringView, Refusal>> {
  const request = await deps.mentoring.findRequest(requestId as MentoringRequestId);
  // Whoever was not asked is not told that there is such a request.
  const mine = request?.proposals.find(({ mentorId }) => mentorId === actor.personId);
  if (!request || !mine) return refuse('no-such-request');

  const refused = accept ? await agree(deps, actor, request, mine.state) : await decline(deps, actor, request);
  return refused ? refuse(refused) : ok(await deps.learningViews.mine(actor));
}

async function agree(
  { mentoring, newId, now }: LearningDeps,
  actor: Actor,
  request: MentoringRequest,
  stands: string,
): Promise<Refusal | undefined> {
  if (stands === 'accepted') return undefined;
  const accepted = acceptSeeker(request, actor.personId, now());
  if (!accepted.ok) return accepted.reason;
  const { organisationId, communityId, seekerId, goal, topics, rhythm } = request;
  const agreed = { organisationId, communityId, mentorId: actor.personId, menteeId: seekerId, goal, topics, rhythm };
  const mentorship = beginMentorship({ ...agreed, id: newId() as MentorshipId }, now());
  return mentoring.agree(accepted.value, mentorship, now());
}

async function decline(
  { mentoring, now }: LearningDeps,
  actor: Actor,
  request: MentoringRequest,
): Promise<Refusal | undefined> {
  const declined = declineSeeker(request, actor.personId, now());
  if (!declined.ok) return declined.reason;
  if (declined.value) await mentoring.saveRequest(declined.value, now());
  return undefined;
}
