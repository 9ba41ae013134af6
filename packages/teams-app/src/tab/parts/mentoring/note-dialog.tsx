import { Field, Input, Text } from '@fluentui/react-components';
import type { SessionInput } from '@copse/core/contracts';
import { mentoringLimits as limits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { today } from '../../lib/dates.ts';
import { FormDialog } from '../form-dialog.tsx';
import { MarkdownField } from '../markdown-field.tsx';

type Props = {
  readonly title: string;
  /** Who reads it, as a sentence. */
  readonly readers: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onNote: (session: SessionInput) => void;
  readonly onClose: () => void;
};

/** Notes that two people, or a circle, met. */
export function NoteDialog({ title, readers, busy, error, onNote, onClose }: Props) {
  const [heldOn, setHeldOn] = useState(today());
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={title}
      action="Note it"
      ready={heldOn !== '' && heldOn <= today()}
      busy={busy}
      error={error}
      onConfirm={() => onNote({ heldOn, note })}
      onClose={onClose}
    >
      <Text>{readers}</Text>
      <Field label="The day" required>
        <Input type="date" max={today()} value={heldOn} onChange={(_, { value }) => setHeldOn(value)} />
      </Field>
      <MarkdownField
        label="What we talked about, and what comes next"
        value={note}
        max={limits.sessionNote}
        rows={5}
        onChange={setNote}
      />
    </FormDialog>
  );
}
