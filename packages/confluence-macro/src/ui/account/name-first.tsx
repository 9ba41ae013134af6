import type { MeView } from '@copse/core/contracts';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { isNameless, nowIAm, whoAmI } from './who-am-i.ts';

/** Runs `then` as somebody with a name: asks for it first where we only know «Someone from Confluence». */
export function useNameFirst(): { readonly prompt: ReactNode; readonly run: (then: () => void) => void } {
  const [me, setMe] = useState<MeView>();
  const waiting = useRef<(() => void) | undefined>(undefined);

  const run = (then: () => void) => {
    void whoAmI().then((answer) => {
      if (!answer.ok || !isNameless(answer.value)) return then();
      waiting.current = then;
      return setMe(answer.value);
    });
  };

  const close = () => setMe(undefined);
  const named = (now: MeView) => {
    nowIAm(now);
    close();
    waiting.current?.();
  };
  return { run, prompt: me && <NameForm me={me} onNamed={named} onClose={close} /> };
}

type Props = { readonly me: MeView; readonly onNamed: (me: MeView) => void; readonly onClose: () => void };

function NameForm({ me, onNamed, onClose }: Props) {
  const [name, setName] = useState('');
  const [affiliation, setAffiliation] = useState('');
  const [missing, setMissing] = useState(false);
  const saving = useAction();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const edit = { name, ...(affiliation.trim() === '' ? {} : { affiliation }) };
    saving.run(() => api.editMe(edit, me.revision), onNamed);
  };

  return (
    <Panel label="What is your name?" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <h3 className="panel-title">What should colleagues call you?</h3>
        <p className="subtle">
          Confluence does not tell Copse your name. You are asked once; it can be changed in Teams.
        </p>
        <TextField
          label="Your name"
          problem={missing ? 'Please write your name.' : undefined}
          value={name}
          max={120}
          autoComplete="name"
          onChange={setName}
        />
        <TextField
          label="Where you work"
          hint="Your team, department or organisation."
          optional
          value={affiliation}
          max={120}
          autoComplete="organization"
          onChange={setAffiliation}
        />
        <ActionFailure failure={saving.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={saving.busy}>
            Continue
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
