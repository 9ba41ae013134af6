import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { viewConduct } from './conduct-view.ts';
import type { ConductView, EditConductInput } from './contract.ts';
import { allows } from './permission.ts';
import type { ConductStore } from './ports.ts';

type Deps = { readonly conducts: Pick<ConductStore, 'find' | 'write'>; readonly now: () => Date };

/** Writes the community's own code of conduct; an empty text goes back to the usual one. Who said yes is not asked again. */
export async function editConduct(
  { conducts, now }: Deps,
  actor: Actor,
  { communityId, text }: EditConductInput & { readonly communityId: string },
): Promise<Result<ConductView, 'no-such-community' | 'not-allowed' | 'community-closed'>> {
  const conduct = await conducts.find(actor, communityId);
  if (!conduct) return refuse('no-such-community');
  if (!allows(conduct.standing.capacities, 'edit-conduct')) return refuse('not-allowed');
  if (conduct.standing.closed) return refuse('community-closed');

  const own = text.trim() === '' ? undefined : text;
  await conducts.write(conduct.standing.communityId, own, now());
  return ok(viewConduct({ ...conduct, text: own }));
}
