import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { Choice } from '../parts/choice.tsx';
import { PickCommunity } from './pick-community.tsx';
import { PickPractice } from './pick-practice.tsx';
import { PickTopic } from './pick-topic.tsx';
import { SettingsForm } from './settings-form.tsx';

type Which = 'space' | 'community' | 'topic' | 'practice' | 'all';

type Props = {
  readonly saved: MacroSettings;
  readonly what: 'Practices' | 'Questions';
  /** Words for choosing one alone; without them that is not offered. */
  readonly alone?: string;
};

/** Whose practices or questions a list shows, or which one alone. */
export function ListSettings({ saved, what, alone }: Props) {
  const [which, setWhich] = useState(whichOf(saved, alone !== undefined));
  const [communityId, setCommunityId] = useState(saved.communityId);
  const [practiceId, setPracticeId] = useState(saved.practiceId);
  const [topic, setTopic] = useState(saved.topic);

  const settle = async (): Promise<MacroSettings | { problem: string }> => {
    switch (which) {
      case 'space':
        return {};
      case 'all':
        return { of: 'all' };
      case 'community':
        return communityId ? { communityId } : { problem: 'Choose a community first.' };
      case 'topic':
        return topic ? { topic } : { problem: 'Choose a topic first.' };
      case 'practice':
        return practiceId ? { practiceId } : { problem: 'Choose a practice first.' };
    }
  };

  return (
    <SettingsForm settle={settle}>
      <Choice
        legend="Show"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'space', label: `${what} of the community of this space` },
          { value: 'community', label: `${what} of a community` },
          { value: 'topic', label: `${what} about a topic` },
          ...(alone ? [{ value: 'practice' as const, label: alone }] : []),
          { value: 'all', label: `All ${what.toLowerCase()}` },
        ]}
      />
      {which === 'community' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
      {which === 'topic' && <PickTopic topic={topic} onChoose={setTopic} />}
      {which === 'practice' && <PickPractice chosen={practiceId} onChoose={setPracticeId} />}
    </SettingsForm>
  );
}

function whichOf({ practiceId, communityId, topic, of }: MacroSettings, aloneToo: boolean): Which {
  if (aloneToo && practiceId) return 'practice';
  if (communityId) return 'community';
  if (topic) return 'topic';
  return of ?? 'space';
}
