import { type FormEvent, type ReactElement, useState } from 'react';
import type { Failure } from '../api/response.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { ActionFailure, Panel } from './states.tsx';
import { TextField } from './text-field.tsx';

type Props<Reason extends string> = {
  /** The panel's name and the words of its button. */
  readonly title: string;
  readonly legend: string;
  readonly reasons: readonly Reason[];
  readonly names: Readonly<Record<Reason, string>>;
  readonly usual: Reason;
  readonly noteLabel: string;
  readonly noteMax: number;
  /** Lines of the note: 1 is a field of one line. */
  readonly noteRows: number;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** The note is left out when it is empty. */
  readonly onSubmit: (given: { readonly reason: Reason; readonly note?: string }) => void;
  readonly onClose: () => void;
};

/** Asks for one of several reasons, and for a word about it. */
export function ReasonForm<Reason extends string>(props: Props<Reason>): ReactElement {
  const { title, legend, reasons, names, usual, noteLabel, noteMax, noteRows, busy, failure, onSubmit, onClose } =
    props;
  const [reason, setReason] = useState(usual);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    onSubmit({ reason, ...(words === '' ? {} : { note: words }) });
  };

  return (
    <Panel label={title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Choice
          legend={legend}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, label: names[value] }))}
        />
        <TextField
          label={noteLabel}
          optional
          value={note}
          max={noteMax}
          {...(noteRows === 1 ? {} : { rows: noteRows })}
          onChange={setNote}
        />
        <ActionFailure failure={failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            {title}
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
