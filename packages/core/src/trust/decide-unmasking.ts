import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { DecideUnmaskingInput, UnmaskingView } from './contract.ts';
import type { TrustDeps } from './ports.ts';
import { decideUnmasking as decide } from './unmasking.ts';

type Deps = Pick<TrustDeps, 'unmaskings' | 'trustViews' | 'newId' | 'now'>;
type DecideRefusal =
  | 'no-such-unmasking'
  | 'not-allowed'
  | 'never-unmasked'
  | 'second-steward-needed'
  | 'already-decided'
  | 'own-item';

/** Agrees to unmask, or refuses, as the second steward. */
export async function decideUnmasking(
  { unmaskings, trustViews, newId, now }: Deps,
  actor: Actor,
  { unmaskingId, agree }: DecideUnmaskingInput & { readonly unmaskingId: string },
): Promise<Result<UnmaskingView, DecideRefusal>> {
  const found = await unmaskings.find(actor, unmaskingId);
  if (!found) return refuse('no-such-unmasking');

  const policy = await unmaskings.policy(actor.organisationId);
  const decided = decide({ ...found, policy }, { agree, by: actor.personId, auditId: newId(), at: now() });
  if (!decided.ok) return decided;

  await unmaskings.save(decided.value);
  return ok((await trustViews.unmasking(actor, unmaskingId)) as UnmaskingView);
}
