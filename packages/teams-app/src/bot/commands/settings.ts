import { noteCard } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { settingsWords } from '../digest-strings.ts';
import { betweenUs } from '../show-community.ts';
import { settledIn, showSettings } from '../show-settings.ts';
import type { Command } from '../turn.ts';

export const settingsCommand: Command = {
  name: 'settings',
  usage: 'settings',
  does: settingsWords.title,

  async run(core, turn, words) {
    if (inGroup(turn)) return betweenUs(turn, settingsWords.notHere);
    const summary = settingsWords.title;
    const asked = words.trim().toLowerCase();
    if (asked === '') return { card: await showSettings(core, turn, {}), summary };
    const mine = (await settledIn(core, turn)).filter(({ name }) => name.toLowerCase().includes(asked));
    const one = mine.find(({ name }) => name.toLowerCase() === asked) ?? (mine.length === 1 ? mine[0] : undefined);
    if (!one) return { card: noteCard({ text: settingsWords.notYours }), summary: settingsWords.notYours };
    return { card: await showSettings(core, turn, { of: one.id }), summary };
  },
};
