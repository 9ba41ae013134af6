import type { Actor } from '../kernel/actor.ts';
import type { MentoringRequestId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { withdrawRequest as withdraw } from './request.ts';

/** The actor looks for a mentor no longer. */
export async function withdrawRequest(
  { mentoring, learningViews, now }: LearningDeps,
  actor: Actor,
  { requestId }: { readonly requestId: string },
): Promise<Result<MyMentoringView, 'no-such-request' | 'already-matched'>> {
  const request = await mentoring.findRequest(requestId as MentoringRequestId);
  if (request?.seekerId !== actor.personId) return refuse('no-such-request');
  const withdrawn = withdraw(request, now());
  if (!withdrawn.ok) return withdrawn;
  if (withdrawn.value) await mentoring.saveRequest(withdrawn.value, now());
  return ok(await learningViews.mine(actor));
}
