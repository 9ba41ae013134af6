import type { Actor } from '../kernel/actor.ts';
import type { MentoringRequestId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MentoringRequestInput, MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { openRequest } from './request.ts';
import { communityToTakePartIn, type NotAsPerson } from './taking-part.ts';

/** The actor looks for a mentor in a community; one request at a time. */
export async function requestMentor(
  deps: LearningDeps,
  actor: Actor,
  { communityId, ...wanted }: MentoringRequestInput & { readonly communityId: string },
): Promise<Result<MyMentoringView, NotAsPerson | 'already-looking'>> {
  const community = await communityToTakePartIn(deps, actor, communityId);
  if (!community.ok) return community;
  const { id, organisationId } = community.value;
  if (await deps.mentoring.looks(id, actor.personId)) return refuse('already-looking');

  const now = deps.now();
  const opening = {
    ...wanted,
    id: deps.newId() as MentoringRequestId,
    organisationId,
    communityId: id,
    seekerId: actor.personId,
    createdAt: now,
  };
  await deps.mentoring.saveRequest(openRequest(opening), now);
  return ok(await deps.learningViews.mine(actor));
}
