import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { Choice } from '../parts/choice.tsx';
import { PickCommunity } from './pick-community.tsx';
import { PickTopic } from './pick-topic.tsx';
import { SettingsForm } from './settings-form.tsx';

type Which = 'space' | 'community' | 'topic' | 'all';

/** Whose questions, or about what. */
export function QuestionsSettings({ saved }: { saved: MacroSettings }) {
  const [which, setWhich] = useState(whichOf(saved));
  const [communityId, setCommunityId] = useState(saved.communityId);
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
    }
  };

  return (
    <SettingsForm settle={settle}>
      <Choice
        legend="Show"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'space', label: 'Questions of the community of this space' },
          { value: 'community', label: 'Questions of a community' },
          { value: 'topic', label: 'Questions about a topic' },
          { value: 'all', label: 'All questions' },
        ]}
      />
      {which === 'community' && <PickCommunity chosen={communityId} onChoose={setCommunityId} />}
      {which === 'topic' && <PickTopic topic={topic} onChoose={setTopic} />}
    </SettingsForm>
  );
}

function whichOf({ communityId, topic, of }: MacroSettings): Which {
  if (communityId) return 'community';
  if (topic) return 'topic';
  return of === 'all' ? 'all' : 'space';
}
