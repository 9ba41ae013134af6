import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { TrustEvent } from './events.ts';
import { about, isOwn, type Item } from './item.ts';
import { allows } from './permission.ts';
import type { AuditAction, ModerationAction } from './subject.ts';

export type AuditEntry = {
  readonly id: string;
  readonly by: PersonId;
  readonly action: AuditAction;
  readonly reason: string;
  readonly at: Date;
};

/** What a steward decided: saved whole, with its entry in the audit log. */
export type Measure = {
  readonly item: Item;
  /** Hides it or shows it again; `undefined` leaves it as it is. */
  readonly hidden: boolean | undefined;
  /** Whether the reports about it are answered with this. */
  readonly answersReports: boolean;
  readonly entry: AuditEntry;
  readonly events: readonly TrustEvent[];
};

const facts = {
  hide: 'item.hidden',
  restore: 'item.restored',
  warn: 'item.warned',
  dismiss: 'item.dismissed',
} as const;

type Given = Pick<AuditEntry, 'id' | 'by' | 'reason' | 'at'> & { readonly action: ModerationAction };

/**
 * Hides, restores, warns or dismisses. Its reason goes to the author and into the audit log.
 *
 * Nobody decides about their own words, and what has been done already is not done again.
 */
export function moderate(
  item: Item,
  { action, ...given }: Given,
): Result<Measure, 'not-allowed' | 'own-item' | 'already-so'> {
  if (!allows(item.standing.capacities, 'moderate')) return refuse('not-allowed');
  if (isOwn(item)) return refuse('own-item');
  const isDone = { hide: item.hidden, restore: !item.hidden, warn: false, dismiss: item.reports === 0 }[action];
  if (isDone) return refuse('already-so');

  return ok({
    item,
    hidden: action === 'hide' ? true : action === 'restore' ? false : undefined,
    answersReports: action !== 'restore',
    entry: { ...given, action },
    events: [{ type: facts[action], by: given.by, auditId: given.id, ...about(item) }],
  });
}
