import { settingsCard } from '../cards/settings-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { certain } from '../certain.ts';
import { settingsWords } from '../digest-strings.ts';
import { betweenUs } from '../show-community.ts';
import type { Command } from '../turn.ts';

export const settingsCommand: Command = {
  name: 'settings',
  usage: 'settings',
  does: settingsWords.title,

  async run(core, turn) {
    if (inGroup(turn)) return betweenUs(turn, settingsWords.notHere);
    const preferences = certain(await core.notifications.seePreferences(turn.actor));
    return { card: settingsCard(preferences, turn), summary: settingsWords.title };
  },
};
