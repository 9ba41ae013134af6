import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { viewConduct } from './conduct-view.ts';
import type { ConductView } from './contract.ts';
import { allows } from './permission.ts';
import type { ConductStore } from './ports.ts';

type Deps = { readonly conducts: Pick<ConductStore, 'find' | 'acknowledge'>; readonly now: () => Date };

/** Says yes to the code of conduct, once per community. Saying it again changes nothing. */
export async function acknowledgeConduct(
  { conducts, now }: Deps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<ConductView, 'no-such-community' | 'not-taking-part'>> {
  const conduct = await conducts.find(actor, communityId);
  if (!conduct) return refuse('no-such-community');
  if (!allows(conduct.standing.capacities, 'acknowledge-conduct')) return refuse('not-taking-part');

  const acknowledgedOn = conduct.acknowledgedOn ?? now().toISOString().slice(0, 10);
  await conducts.acknowledge(conduct.standing.communityId, actor.personId, acknowledgedOn);
  return ok(viewConduct({ ...conduct, acknowledgedOn }));
}
