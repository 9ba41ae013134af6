import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EditPreferencesInput, PreferencesView } from './contract.ts';
import type { PreferencesStore } from './ports.ts';
import { editPreferences as edit } from './preferences.ts';
import { viewPreferences } from './view.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Deps = { readonly preferences: PreferencesStore; readonly now: () => Date };

/** The revision that the editor had read, where they named one. */
type Edit = EditPreferencesInput & Expecting;

/** Changes what the actor wants to hear of. Choices for a community that is not there for them are refused. */
export async function editPreferences(
  { preferences, now }: Deps,
  actor: Actor,
  { ifRevision, usual, communities, snoozedTopics, awayUntil }: Edit,
): Promise<Result<PreferencesView, 'changed-meanwhile' | 'no-such-community'>> {
  const before = await preferences.find(actor.personId);
  if (isStale(ifRevision, before)) return refuse('changed-meanwhile');

  const named = [...new Set([...before.communities.keys(), ...(communities ?? []).map((one) => one.communityId)])];
  const names = await preferences.communities(actor, named);
  if (communities?.some(({ communityId }) => !names.has(communityId))) return refuse('no-such-community');

  const edited = edit(
    before,
    {
      usual,
      communities,
      snoozed: snoozedTopics?.map(({ topic, until }) => ({ topic, until: new Date(until) })),
      awayUntil: awayUntil === undefined || awayUntil === null ? awayUntil : new Date(awayUntil),
    },
    now(),
  );
  await preferences.save(edited);
  return ok(viewPreferences(edited, names, now()));
}
