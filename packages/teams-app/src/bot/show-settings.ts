import type { Core } from '@copse/core';
import type { PreferencesView } from '@copse/core/contracts';
import type { Card } from './cards/card.ts';
import type { Notice } from './cards/note-card.ts';
import { communitySettingsCard, settingsCard } from './cards/settings-card.ts';
import { certain } from './certain.ts';
import type { Turn } from './turn.ts';
import { myCommunities } from './which-community.ts';

type Named = { readonly id: string; readonly name: string };

/** What the person hears of, and when: everywhere, or of one community, where that is one of theirs. */
export async function showSettings(
  core: Core,
  turn: Turn,
  {
    of,
    notice,
    saved,
  }: { readonly of?: string | undefined; readonly notice?: Notice; readonly saved?: PreferencesView },
): Promise<Card> {
  const [preferences, communities] = await Promise.all([
    saved ?? core.notifications.seePreferences(turn.actor).then(certain),
    settledIn(core, turn),
  ]);
  const community =
    communities.find(({ id }) => id === of) ??
    preferences.communities.map((one) => one.community).find(({ id }) => id === of);
  return community
    ? communitySettingsCard({ preferences, community, notice })
    : settingsCard({ preferences, communities, viewer: turn, notice });
}

/** The communities that can have choices of their own. */
export const settledIn = async (core: Core, turn: Turn): Promise<readonly Named[]> =>
  (await myCommunities(core, turn)).map(({ id, name }) => ({ id, name }));
