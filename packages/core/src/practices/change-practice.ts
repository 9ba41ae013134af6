import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import type { Practice, PracticeChange, Practitioner } from './practice.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

/** The revision that the caller had read, where an edit must not overwrite somebody else's. */
export type Expected = { readonly practiceId: string } & Expecting;

/**
 * What every use case that changes one practice does: load, decide, save, and show it as the actor now sees it.
 *
 * `rule` answers with a change, or with `undefined` where there was nothing to do.
 */
export async function changePractice<Reason extends string>(
  { practices, practitioners, practiceViews }: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision }: Expected,
  rule: (practice: Practice, by: Practitioner) => Result<PracticeChange | undefined, Reason>,
): Promise<Result<PracticeView, Reason | 'no-such-practice' | 'changed-meanwhile'>> {
  const id = practiceId as PracticeId;
  const practice = await practices.find(actor, id);
  if (!practice) return refuse('no-such-practice');
  if (isStale(ifRevision, practice)) return refuse('changed-meanwhile');

  const changed = rule(practice, await practitioners.ofPractice(actor, practice));
  if (!changed.ok) return changed;

  if (changed.value) await practices.save(changed.value);
  const view = await practiceViews.see(actor, id);
  return view ? ok(view) : refuse('no-such-practice');
}
