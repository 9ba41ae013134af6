import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { IntroductionDeps } from './ports.ts';

/** Takes back that the actor keeps apart from this person. Where they never did, nothing changes. */
export async function bringTogether(
  { wishes }: Pick<IntroductionDeps, 'wishes'>,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<undefined, 'no-such-person'>> {
  if (!(await wishes.isPresent(actor, personId))) return refuse('no-such-person');
  await wishes.bringTogether(actor.personId, personId as PersonId);
  return ok(undefined);
}
