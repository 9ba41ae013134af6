import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PracticePage, PracticesQuery } from './contract.ts';
import type { PracticeDeps } from './ports.ts';

/** The practices that the actor may see, the most recently changed first. */
export async function listPractices(
  { practiceViews }: Pick<PracticeDeps, 'practiceViews'>,
  actor: Actor,
  query: PracticesQuery,
): Promise<Result<PracticePage>> {
  return ok(await practiceViews.list(actor, query));
}
