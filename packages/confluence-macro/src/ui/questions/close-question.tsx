import type { QuestionView } from '@copse/core/contracts';
import { type CloseReason, closeReasons, questionLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { closeReasonNames } from './close-reasons.ts';

type Props = {
  readonly id: string;
  readonly onClosed: (question: QuestionView) => void;
  readonly onClose: () => void;
};

/** Ends the search for answers, with a reason that everyone sees. */
export function CloseQuestion({ id, onClosed, onClose }: Props) {
  const [reason, setReason] = useState<CloseReason>('no-longer-needed');
  const [note, setNote] = useState('');
  const closing = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    closing.run((key) => api.closeQuestion(id, { reason, ...(words === '' ? {} : { note: words }) }, key), onClosed);
  };

  return (
    <Panel label="Close the question" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Choice
          legend="Why are no more answers needed?"
          value={reason}
          onChange={setReason}
          options={closeReasons.map((value) => ({ value, label: closeReasonNames[value] }))}
        />
        <Field label="A word about it" optional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              dir="auto"
              value={note}
              maxLength={questionLimits.note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ActionFailure failure={closing.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={closing.busy}>
            Close the question
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
