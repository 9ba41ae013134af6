import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ReportInput, ReportReceipt } from './contract.ts';
import { about, isOwn } from './item.ts';
import type { TrustDeps } from './ports.ts';

type Deps = Pick<TrustDeps, 'moderations' | 'sealing' | 'newId' | 'now'>;

/**
 * Tells the stewards that something is wrong. Nobody learns who told them; a second report replaces one's first. What one
 * wrote oneself one edits instead.
 */
export async function report(
  { moderations, sealing, newId, now }: Deps,
  actor: Actor,
  { subject, reason, note }: ReportInput,
): Promise<Result<ReportReceipt, 'no-such-item' | 'own-item'>> {
  const item = await moderations.find(actor, subject);
  if (!item) return refuse('no-such-item');
  if (isOwn(item)) return refuse('own-item');

  const id = newId();
  const marks = sealing.marks(actor.personId, `report ${subject.id}`);
  const sealed = sealing.seal(actor.personId, id);
  const sent = { id, marks, sealed, reason, note: note || undefined, at: now() };
  await moderations.addReport(item, sent, [{ type: 'item.reported', ...about(item) }]);
  return ok({ reported: true });
}
