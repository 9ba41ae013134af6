import { useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { PickTopic } from './pick-topic.tsx';
import { SettingsForm } from './settings-form.tsx';

export function DirectorySettings({ saved }: { saved: MacroSettings }) {
  const [topic, setTopic] = useState(saved.topic);
  return (
    <SettingsForm settle={async () => (topic ? { topic } : {})}>
      <PickTopic topic={topic} onChoose={setTopic} none="All topics" />
    </SettingsForm>
  );
}
