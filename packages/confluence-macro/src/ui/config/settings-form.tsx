import { type FormEvent, type ReactNode, useState } from 'react';
import type { MacroSettings } from '../../settings/macro-settings.ts';
import { closeSettings, saveSettings } from '../host/host.ts';
import { Button } from '../parts/button.tsx';

type Props = {
  /** What to save now, or why not yet. May take a moment, for instance to connect a space first. */
  readonly settle: () => Promise<MacroSettings | { readonly problem: string }>;
  readonly children: ReactNode;
};

/** The frame of every settings panel: its fields, and save or cancel at the end. */
export function SettingsForm({ settle, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const settled = await settle();
    if ('problem' in settled) setProblem(settled.problem);
    else await saveSettings(settled).catch(() => setProblem('Confluence did not save this. Please try again.'));
    setBusy(false);
  };

  return (
    <form className="settings stack" onSubmit={(event) => void submit(event)} noValidate>
      {children}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row settings-end">
        <Button look="subtle" onClick={() => void closeSettings()}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
