import { editPreferencesInput } from '@copse/core/contracts';
import { notificationKinds } from '@copse/core/vocabulary';
import { settingsCard } from '../cards/settings-card.ts';
import { certain } from '../certain.ts';
import { settingsWords } from '../digest-strings.ts';
import type { CardAction } from '../turn.ts';
import { oldButton } from './answer.ts';
import { numberIn, textIn } from './data.ts';

/** Saves when each kind of message comes. Whoever saves an old form is shown what holds instead. */
export const saveSettingsAction: CardAction = {
  verb: 'save-settings',
  run: async (core, turn, data) => {
    const chosen = notificationKinds.flatMap((kind) => {
      const time = textIn(data, kind, 20);
      return time ? [[kind, time] as const] : [];
    });
    const edit = editPreferencesInput.safeParse({ usual: Object.fromEntries(chosen) });
    if (chosen.length === 0 || !edit.success) return oldButton();

    const saved = await core.notifications.editPreferences(turn.actor, {
      ...edit.data,
      ifRevision: numberIn(data, 'revision'),
    });
    if (saved.ok) return { update: settingsCard(saved.value, turn, { text: settingsWords.saved, kind: 'done' }) };
    const now = certain(await core.notifications.seePreferences(turn.actor));
    return { update: settingsCard(now, turn, { text: settingsWords.old, kind: 'problem' }) };
  },
};
