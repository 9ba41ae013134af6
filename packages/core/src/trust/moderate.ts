import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ModerateInput, ModerationReceipt } from './contract.ts';
import { moderate as decide } from './moderation.ts';
import type { TrustDeps } from './ports.ts';

type Deps = Pick<TrustDeps, 'moderations' | 'newId' | 'now'>;

/** Hides, restores, warns or dismisses, with a reason that the author is told. */
export async function moderate(
  { moderations, newId, now }: Deps,
  actor: Actor,
  { subject, action, reason }: ModerateInput,
): Promise<Result<ModerationReceipt, 'no-such-item' | 'not-allowed' | 'own-item' | 'already-so'>> {
  const item = await moderations.find(actor, subject);
  if (!item) return refuse('no-such-item');

  const decided = decide(item, { action, reason, id: newId(), by: actor.personId, at: now() });
  if (!decided.ok) return decided;
  await moderations.save(decided.value);
  return ok({ subject, action, hidden: decided.value.hidden ?? item.hidden });
}
