import { editPreferencesInput } from '@copse/core/contracts';
import { notificationKinds } from '@copse/core/vocabulary';
import { settingsWords } from '../digest-strings.ts';
import { showSettings } from '../show-settings.ts';
import type { CardAction } from '../turn.ts';
import { oldButton } from './answer.ts';
import { idIn, numberIn, textIn } from './data.ts';

/**
 * Saves when each kind of message comes, everywhere or from one community. Whoever saves an old form is shown what holds
 * instead.
 */
export const saveSettingsAction: CardAction = {
  verb: 'save-settings',
  run: async (core, turn, data) => {
    const chosen = notificationKinds.flatMap((kind) => {
      const time = textIn(data, kind, 20);
      return time ? [[kind, time] as const] : [];
    });
    const of = idIn(data, 'community');
    const edit = editPreferencesInput.safeParse(
      of
        ? {
            communities: [
              { communityId: of, times: Object.fromEntries(chosen.filter(([, time]) => time !== 'usual')) },
            ],
          }
        : { usual: Object.fromEntries(chosen) },
    );
    if (chosen.length === 0 || !edit.success) return oldButton();
    const saved = await core.notifications.editPreferences(turn.actor, {
      ...edit.data,
      ifRevision: numberIn(data, 'revision'),
    });
    return {
      update: await showSettings(
        core,
        turn,
        saved.ok
          ? { of, saved: saved.value, notice: { text: settingsWords.saved, kind: 'done' } }
          : { of, notice: { text: settingsWords.old, kind: 'problem' } },
      ),
    };
  },
};
