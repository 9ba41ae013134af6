import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { viewConduct } from './conduct-view.ts';
import type { ConductView, EditConductInput } from './contract.ts';
import { allows } from './permission.ts';
import type { ConductStore } from './ports.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Deps = { readonly conducts: Pick<ConductStore, 'find' | 'write'>; readonly now: () => Date };

/** The revision that the writer had read, where they named one. */
type Edit = EditConductInput & { readonly communityId: string } & Expecting;

/** Writes the community's own code of conduct; an empty text goes back to the usual one. Who said yes is not asked again. */
export async function editConduct(
  { conducts, now }: Deps,
  actor: Actor,
  { communityId, ifRevision, text }: Edit,
): Promise<Result<ConductView, 'no-such-community' | 'not-allowed' | 'community-closed' | 'changed-meanwhile'>> {
  const conduct = await conducts.find(actor, communityId);
  if (!conduct) return refuse('no-such-community');
  if (!allows(conduct.standing.capacities, 'edit-conduct')) return refuse('not-allowed');
  if (conduct.standing.closed) return refuse('community-closed');

  if (isStale(ifRevision, conduct)) return refuse('changed-meanwhile');

  const own = text.trim() === '' ? undefined : text;
  const written = { ...conduct, text: own, revision: conduct.revision + 1 };
  await conducts.write(conduct.standing.communityId, written, now());
  return ok(viewConduct(written));
}
