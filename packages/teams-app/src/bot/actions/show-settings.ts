import { whichSettingsCard } from '../cards/settings-card.ts';
import { settledIn, showSettings } from '../show-settings.ts';
import type { CardAction } from '../turn.ts';
import { idIn, isSet } from './data.ts';

/** Leads from what holds everywhere to one community, and back. */
export const showSettingsAction: CardAction = {
  verb: 'show-settings',
  run: async (core, turn, data) => {
    if (!isSet(data, 'which')) return { update: await showSettings(core, turn, { of: idIn(data, 'community') }) };
    const communities = await settledIn(core, turn);
    const [only] = communities;
    if (only && communities.length === 1) return { update: await showSettings(core, turn, { of: only.id }) };
    return { update: whichSettingsCard({ communities }) };
  },
};
