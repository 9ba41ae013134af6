import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { Choice } from '../parts/choice.tsx';
import { PickCommunity } from './pick-community.tsx';
import { SettingsForm } from './settings-form.tsx';

/** Which community the button asks. */
export function AskSettings({ saved }: { saved: MacroSettings }) {
  const [which, setWhich] = useState<'space' | 'one'>(saved.communityId ? 'one' : 'space');
  const [communityId, setCommunityId] = useState(saved.communityId);

  const settle = async (): Promise<MacroSettings | { problem: string }> => {
    if (which === 'space') return {};
    return communityId ? { communityId } : { problem: 'Choose a community first.' };
  };
  return (
    <SettingsForm settle={settle}>
      <Choice
        legend="Ask"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'space', label: 'The community of this space', hint: 'Where there is none, readers choose one' },
          { value: 'one', label: 'A community that I choose' },
        ]}
      />
      {which === 'one' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
    </SettingsForm>
  );
}
