import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { viewConduct } from './conduct-view.ts';
import type { ConductView } from './contract.ts';
import type { ConductStore } from './ports.ts';

/** The community's code of conduct, and whether the actor has said yes to it. */
export async function seeConduct(
  { conducts }: { readonly conducts: Pick<ConductStore, 'find'> },
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<ConductView, 'no-such-community'>> {
  const conduct = await conducts.find(actor, communityId);
  return conduct ? ok(viewConduct(conduct)) : refuse('no-such-community');
}
