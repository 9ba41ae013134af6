import { Field, Text, Textarea } from '@fluentui/react-components';
import { practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEndorsePractice } from './endorse-practice.ts';

/** One's own word for a practice, with the reason if one likes. */
export default function EndorseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [note, setNote] = useState('');
  const notices = useNotices();
  const endorse = useEndorsePractice(id, () => {
    notices.done('Thank you. Your endorsement counts.');
    onClose();
  });
  return (
    <FormDialog
      title="Endorse this practice"
      action="Endorse"
      busy={endorse.isPending}
      error={endorse.error}
      onConfirm={() => endorse.mutate(note.trim() ? { note } : {})}
      onClose={onClose}
    >
      <Text>Your name will stand beside it: you would work this way, and you would advise others to.</Text>
      <Field label="Why?" hint="Optional. One sentence from your own experience helps most.">
        <Textarea
          value={note}
          maxLength={practiceLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </FormDialog>
  );
}
