import { change, type Change } from '../kernel/change.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { TrustEvent } from './events.ts';
import { about, isOwn, type Item } from './item.ts';
import type { AuditEntry } from './moderation.ts';
import { allows } from './permission.ts';

/** `never` is for good. */
export type UnmaskingPolicy = 'two-stewards' | 'never';
export type UnmaskingState = 'waiting' | 'done' | 'refused';

export type Unmasking = {
  readonly id: string;
  readonly reason: string;
  readonly askedBy: PersonId;
  readonly askedAt: Date;
  readonly state: UnmaskingState;
  readonly decidedBy: PersonId | undefined;
  readonly decidedAt: Date | undefined;
  readonly revision: number;
};
/** With the entry of the audit log that belongs to it. */
export type UnmaskingStep = Change<Unmasking, TrustEvent> & { readonly item: Item; readonly entry: AuditEntry };

type Asking = {
  readonly id: string;
  readonly auditId: string;
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
};
type AskRefusal = 'not-allowed' | 'never-unmasked' | 'not-anonymous' | 'own-item';

/** One steward asks a second one whether to find out who wrote something. Until then nobody learns anything. */
export function askToUnmask(
  item: Item,
  policy: UnmaskingPolicy,
  { id, auditId, by, reason, at }: Asking,
): Result<UnmaskingStep, AskRefusal> {
  if (!allows(item.standing.capacities, 'unmask')) return refuse('not-allowed');
  if (policy === 'never') return refuse('never-unmasked');
  if (!item.author.sealed) return refuse('not-anonymous');
  if (isOwn(item)) return refuse('own-item');

  const asked: Unmasking = {
    id,
    reason,
    askedBy: by,
    askedAt: at,
    state: 'waiting',
    decidedBy: undefined,
    decidedAt: undefined,
    revision: 0,
  };
  const fact = { type: 'unmasking.asked', unmaskingId: id, by, auditId, ...about(item) } as const;
  return ok({
    ...change<Unmasking, TrustEvent>(asked, fact),
    item,
    entry: { id: auditId, by, action: 'ask-to-unmask', reason, at },
  });
}

type Decision = { readonly agree: boolean; readonly by: PersonId; readonly auditId: string; readonly at: Date };
type DecideRefusal = 'not-allowed' | 'never-unmasked' | 'second-steward-needed' | 'already-decided' | 'own-item';

/** A second steward agrees or refuses. Whoever asked cannot, and neither can whoever wrote it. */
export function decideUnmasking(
  { unmasking, item, policy }: { readonly unmasking: Unmasking; readonly item: Item; readonly policy: UnmaskingPolicy },
  { agree, by, auditId, at }: Decision,
): Result<UnmaskingStep, DecideRefusal> {
  if (!allows(item.standing.capacities, 'unmask')) return refuse('not-allowed');
  if (unmasking.state !== 'waiting') return refuse('already-decided');
  if (item.selves.includes(unmasking.askedBy)) return refuse('second-steward-needed');
  if (isOwn(item)) return refuse('own-item');
  if (agree && policy === 'never') return refuse('never-unmasked');

  const decided: Unmasking = { ...unmasking, state: agree ? 'done' : 'refused', decidedBy: by, decidedAt: at };
  const type = agree ? 'unmasking.done' : 'unmasking.refused';
  return ok({
    ...change<Unmasking, TrustEvent>(decided, { type, unmaskingId: unmasking.id, by, auditId, ...about(item) }),
    item,
    entry: { id: auditId, by, action: agree ? 'unmask' : 'refuse-to-unmask', reason: unmasking.reason, at },
  });
}

/** Whether the viewer could decide about it now. */
export const mayDecide = (
  unmasking: Pick<Unmasking, 'state' | 'askedBy'>,
  item: Pick<Item, 'standing' | 'selves' | 'by'>,
) =>
  allows(item.standing.capacities, 'unmask') &&
  unmasking.state === 'waiting' &&
  !item.selves.includes(unmasking.askedBy) &&
  !isOwn(item);
