import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { AskToUnmaskInput, UnmaskingView } from './contract.ts';
import type { TrustDeps } from './ports.ts';
import { askToUnmask as ask } from './unmasking.ts';

type Deps = Pick<TrustDeps, 'moderations' | 'unmaskings' | 'trustViews' | 'newId' | 'now'>;
type AskRefusal = 'no-such-item' | 'not-allowed' | 'never-unmasked' | 'not-anonymous' | 'own-item' | 'already-asked';

/** Asks a second steward whether to find out who wrote something. */
export async function askToUnmask(
  { moderations, unmaskings, trustViews, newId, now }: Deps,
  actor: Actor,
  { subject, reason }: AskToUnmaskInput,
): Promise<Result<UnmaskingView, AskRefusal>> {
  const item = await moderations.find(actor, subject);
  if (!item) return refuse('no-such-item');

  const id = newId();
  const policy = await unmaskings.policy(actor.organisationId);
  const asked = ask(item, policy, { id, auditId: newId(), by: actor.personId, reason, at: now() });
  if (!asked.ok) return asked;
  if (await unmaskings.isAsked(item)) return refuse('already-asked');

  await unmaskings.save(asked.value);
  return ok((await trustViews.unmasking(actor, id)) as UnmaskingView);
}
