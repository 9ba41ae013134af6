import type { Core } from '@copse/core';
import type { CommunityCard, CommunityView } from '@copse/core/contracts';
import { communityLimits } from '@copse/core/vocabulary';
import { clip } from './cards/plain.ts';
import { inGroup } from './cards/viewer.ts';
import type { Turn } from './turn.ts';

const MOST = 8;

/** The community that meets where this was written, if there is one that the person may see. */
export async function communityHere(core: Core, { actor, place }: Turn): Promise<CommunityView | undefined> {
  if (place.kind === 'personal') return undefined;
  const found = await core.communities.findAtPlace(actor, { kind: place.kind, externalId: place.externalId });
  return found.ok ? found.value : undefined;
}

const MOST_OWN = 50;

/** The communities that the person takes part in; none where they cannot be had. */
export async function myCommunities(core: Core, { actor }: Pick<Turn, 'actor'>): Promise<readonly CommunityCard[]> {
  const directory = await core.communities.listDirectory(actor, { mine: true, limit: MOST_OWN });
  return directory.ok ? directory.value.items : [];
}

/** Those of them in which something can be begun. */
export const myLivingCommunities = async (core: Core, turn: Turn): Promise<readonly CommunityCard[]> =>
  (await myCommunities(core, turn)).filter(({ stage }) => stage !== 'closed');

/**
 * The communities that a name may mean: one when it is exact or the only one, several when somebody has to choose.
 *
 * In a group, those by invitation are left out, so that nobody learns of them by the way.
 */
export async function communitiesCalled(core: Core, turn: Turn, words: string): Promise<readonly CommunityCard[]> {
  const asked = clip(words, communityLimits.name);
  const found = await core.communities.listDirectory(turn.actor, { q: asked, limit: MOST });
  if (!found.ok) return [];
  const shown = found.value.items.filter(({ visibility }) => !inGroup(turn) || visibility !== 'by-invitation');
  const exact = shown.filter(({ name }) => name.toLowerCase() === asked.toLowerCase());
  return exact.length > 0 ? exact : shown;
}
