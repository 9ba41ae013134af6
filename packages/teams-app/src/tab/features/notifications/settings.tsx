import { makeStyles, tokens } from '@fluentui/react-components';
import type { EditPreferencesInput, PreferencesView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { isRefusal } from '../../lib/say.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { Away } from './away.tsx';
import { CommunityTimes } from './community-times.tsx';
import { useEditPreferences } from './edit-preferences.ts';
import { usePreferences } from './see-preferences.ts';
import { Snoozed } from './snoozed.tsx';
import { UsualTimes } from './usual-times.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '48rem' },
});

/** What a part of the settings gets: how it is now, and the way to change it at once. */
export type SettingsPart = {
  readonly preferences: PreferencesView;
  readonly busy: boolean;
  readonly change: (body: EditPreferencesInput) => void;
};

/** What somebody wants to hear of, and when. Every choice is saved as it is made. */
export function Settings() {
  const styles = useStyles();
  const notices = useNotices();
  const queries = useQueryClient();
  const preferences = usePreferences();
  const edit = useEditPreferences();
  const change = (body: EditPreferencesInput) => {
    const revision = preferences.data?.revision;
    if (revision === undefined) return;
    edit.mutate(
      { body, revision },
      {
        onError: (error) => {
          notices.failed(error, 'Your choice was not saved');
          // Chosen on another device meanwhile: what is there now is shown, and can be changed.
          if (isRefusal(error, 'changed-meanwhile'))
            void queries.invalidateQueries({ queryKey: queryKeys.preferences });
        },
      },
    );
  };
  return (
    <Loaded query={preferences} skeleton={<LinesSkeleton lines={10} />}>
      {(view) => {
        const part: SettingsPart = { preferences: view, busy: edit.isPending, change };
        return (
          <div className={styles.all}>
            <UsualTimes {...part} />
            <CommunityTimes {...part} />
            <Away {...part} />
            <Snoozed {...part} />
          </div>
        );
      }}
    </Loaded>
  );
}
