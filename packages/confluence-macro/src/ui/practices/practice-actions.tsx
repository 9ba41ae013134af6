import type { PracticeView, RecordAdoptionInput } from '@copse/core/contracts';
import { useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { ThumbIcon } from '../parts/icons.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { AdoptionForm } from './adoption-form.tsx';

type Props = { readonly practice: PracticeView; readonly onChange: (practice: PracticeView) => void };

/** What the viewer may do with a practice: stand behind it, or say that their team works this way. */
export function PracticeActions({ practice, onChange }: Props) {
  const { id, abilities, endorsedByMe } = practice;
  const onlyTried = practice.life === 'proposed';
  const [recording, setRecording] = useState(false);
  const [thanks, setThanks] = useState(false);
  const nameFirst = useNameFirst();
  const endorsing = useAction();
  const adopting = useAction();

  const endorse = () => nameFirst.run(() => endorsing.run(() => api.endorse(id), onChange));
  const takeBack = () => endorsing.run(() => api.takeBackEndorsement(id), onChange);
  const record = (adoption: RecordAdoptionInput) =>
    nameFirst.run(() =>
      adopting.run(
        (key) => api.recordAdoption(id, adoption, key),
        (now) => {
          setRecording(false);
          setThanks(true);
          onChange(now);
        },
      ),
    );

  if (!abilities.endorse && !abilities.takeBackEndorsement && !abilities.recordAdoption) return null;
  return (
    <div className="stack-small">
      <div className="row">
        {abilities.recordAdoption && !recording && (
          <Button
            look="primary"
            onClick={() => {
              adopting.clear();
              setThanks(false);
              setRecording(true);
            }}
          >
            {onlyTried ? 'We tried this' : 'We use this'}
          </Button>
        )}
        {abilities.endorse && !endorsedByMe && (
          <Button busy={endorsing.busy} onClick={endorse}>
            <ThumbIcon />
            Endorse
          </Button>
        )}
        {endorsedByMe && <span className="standing">You endorsed this</span>}
        {abilities.takeBackEndorsement && (
          <Button look="subtle" small busy={endorsing.busy} onClick={takeBack}>
            Take back
          </Button>
        )}
        {thanks && (
          <span className="subtle" role="status">
            Thank you: others see now that it works.
          </span>
        )}
      </div>
      {nameFirst.prompt}
      {recording && (
        <AdoptionForm
          busy={adopting.busy}
          failure={adopting.failure}
          onlyTried={onlyTried}
          onSend={record}
          onClose={() => setRecording(false)}
        />
      )}
      <ActionFailure failure={endorsing.failure} />
    </div>
  );
}
