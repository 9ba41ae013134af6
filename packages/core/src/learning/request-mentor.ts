import type { Actor } from '../kernel/actor.ts';
import type { MentoringRequestId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MentoringRequestInput, MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { openRequest } from './request.ts';
import { communityToTakePartIn, type NotAsPerson } from './taking-part.ts';

/**
 * The actor looks for a mentor in a community; one request at a time. They may wish for one who offers it there: that one
 * is asked first. Whether that one keeps apart from the actor is nobody’s business, so it is no reason to refuse.
 */
export async function requestMentor(
  deps: LearningDeps,
  actor: Actor,
  { communityId, mentorId, ...wanted }: MentoringRequestInput & { readonly communityId: string },
): Promise<Result<MyMentoringView, NotAsPerson | 'already-looking' | 'no-such-mentor'>> {
  const community = await communityToTakePartIn(deps, actor, communityId);
  if (!community.ok) return community;
  const { id, organisationId } = community.value;
  if (await deps.mentoring.looks(id, actor.personId)) return refuse('already-looking');

  const wishedId = mentorId as PersonId | undefined;
  if (wishedId === actor.personId || (wishedId && !(await deps.mentoring.offers(id, wishedId)))) {
    return refuse('no-such-mentor');
  }

  const now = deps.now();
  const opening = {
    ...wanted,
    wishedId,
    id: deps.newId() as MentoringRequestId,
    organisationId,
    communityId: id,
    seekerId: actor.personId,
    createdAt: now,
  };
  await deps.mentoring.saveRequest(openRequest(opening), now);
  return ok(await deps.learningViews.mine(actor));
}
