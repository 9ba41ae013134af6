import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { DifferenceQuery, DifferenceView } from './contract.ts';
import { differenceOf } from './difference.ts';
import type { PracticeDeps } from './ports.ts';

/** What changed between two versions, word by word. */
export async function compareVersions(
  { practices, practiceViews }: Pick<PracticeDeps, 'practices' | 'practiceViews'>,
  actor: Actor,
  { practiceId, from, to }: DifferenceQuery & { readonly practiceId: string },
): Promise<Result<DifferenceView, 'no-such-practice' | 'no-such-version'>> {
  const practice = await practices.find(actor, practiceId as PracticeId);
  if (!practice) return refuse('no-such-practice');

  const [before, after] = await Promise.all([
    practiceViews.version(practice.id, from),
    practiceViews.version(practice.id, to),
  ]);
  return before && after ? ok({ from, to, fields: differenceOf(before, after) }) : refuse('no-such-version');
}
