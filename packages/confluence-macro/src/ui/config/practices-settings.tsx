import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { Choice } from '../parts/choice.tsx';
import { PickCommunity } from './pick-community.tsx';
import { PickPractice } from './pick-practice.tsx';
import { PickTopic } from './pick-topic.tsx';
import { SettingsForm } from './settings-form.tsx';

type Which = 'space' | 'community' | 'topic' | 'practice' | 'all';

/** Whose practices, or which one. */
export function PracticesSettings({ saved }: { saved: MacroSettings }) {
  const [which, setWhich] = useState(whichOf(saved));
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
          { value: 'space', label: 'Practices of the community of this space' },
          { value: 'community', label: 'Practices of a community' },
          { value: 'topic', label: 'Practices about a topic' },
          { value: 'practice', label: 'One practice, in full' },
          { value: 'all', label: 'All practices' },
        ]}
      />
      {which === 'community' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
      {which === 'topic' && <PickTopic topic={topic} onChoose={setTopic} />}
      {which === 'practice' && <PickPractice chosen={practiceId} onChoose={setPracticeId} />}
    </SettingsForm>
  );
}

function whichOf({ practiceId, communityId, topic, of }: MacroSettings): Which {
  if (practiceId) return 'practice';
  if (communityId) return 'community';
  if (topic) return 'topic';
  return of ?? 'space';
}
