import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { Choice } from '../parts/choice.tsx';
import { PickCommunity } from './pick-community.tsx';
import { SettingsForm } from './settings-form.tsx';

type Props = {
  readonly saved: MacroSettings;
  readonly legend: string;
  /** What readers see where the space has no community. */
  readonly without: string;
};

/** Which community it is about: that of the space, or one that is chosen. */
export function OneCommunitySettings({ saved, legend, without }: Props) {
  const [which, setWhich] = useState<'space' | 'one'>(saved.communityId ? 'one' : 'space');
  const [communityId, setCommunityId] = useState(saved.communityId);

  const settle = async (): Promise<MacroSettings | { problem: string }> => {
    if (which === 'space') return {};
    return communityId ? { communityId } : { problem: 'Choose a community first.' };
  };
  return (
    <SettingsForm settle={settle}>
      <Choice
        legend={legend}
        value={which}
        onChange={setWhich}
        options={[
          { value: 'space', label: 'The community of this space', hint: without },
          { value: 'one', label: 'A community that I choose' },
        ]}
      />
      {which === 'one' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
    </SettingsForm>
  );
}
