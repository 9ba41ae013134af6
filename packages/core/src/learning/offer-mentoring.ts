import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MyMentoringView, OfferInput } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { communityToTakePartIn, type NotAsPerson } from './taking-part.ts';

/** The actor offers to be a mentor in a community, or changes what they offer. */
export async function offerMentoring(
  deps: LearningDeps,
  actor: Actor,
  { communityId, pausedUntil, ...offered }: OfferInput & { readonly communityId: string },
): Promise<Result<MyMentoringView, NotAsPerson | 'term-in-the-past'>> {
  const community = await communityToTakePartIn(deps, actor, communityId);
  if (!community.ok) return community;
  const now = deps.now();
  const until = pausedUntil === null ? undefined : new Date(pausedUntil);
  if (until && until <= now) return refuse('term-in-the-past');

  const { id, organisationId } = community.value;
  const { personId } = actor;
  await deps.mentoring.offer({ ...offered, communityId: id, organisationId, personId, pausedUntil: until }, now);
  return ok(await deps.learningViews.mine(actor));
}
