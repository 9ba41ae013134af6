import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { UnmaskingPolicyView } from './contract.ts';
import type { TrustDeps } from './ports.ts';

/**
 * Promises, for the whole organisation, that nobody will be unmasked. It is for good: the database itself refuses to
 * take it back. Doing it again changes nothing.
 */
export async function neverUnmask(
  { unmaskings }: Pick<TrustDeps, 'unmaskings'>,
  { organisationId, administrator }: Actor,
): Promise<Result<UnmaskingPolicyView, 'not-allowed'>> {
  if (!administrator) return refuse('not-allowed');
  await unmaskings.neverAgain(organisationId);
  return ok({ unmasking: 'never' });
}
