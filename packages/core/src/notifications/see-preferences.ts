import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PreferencesView } from './contract.ts';
import type { PreferencesStore } from './ports.ts';
import { viewPreferences } from './view.ts';

type Deps = { readonly preferences: Pick<PreferencesStore, 'find' | 'communities'>; readonly now: () => Date };

/** What the actor wants to hear of, and when. */
export async function seePreferences({ preferences, now }: Deps, actor: Actor): Promise<Result<PreferencesView>> {
  const found = await preferences.find(actor.personId);
  const names = await preferences.communities(actor, [...found.communities.keys()]);
  return ok(viewPreferences(found, names, now()));
}
