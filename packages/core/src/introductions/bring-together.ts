import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { IntroductionDeps } from './ports.ts';

/** Takes back that the actor keeps apart from this person. Where they never did, nothing changes. */
export async function bringTogether(
  { wishes }: Pick<IntroductionDeps, 'wishes'>,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<undefined>> {
  await wishes.bringTogether(actor.personId, personId as PersonId);
  return ok(undefined);
}
