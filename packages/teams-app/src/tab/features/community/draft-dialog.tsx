import { Field, Input, Text } from '@fluentui/react-components';
import { practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { fieldMessage } from '../../lib/say.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useDraftPractice } from './draft-practice.ts';

/** Asks only for a title; the writing itself happens on a page of its own. */
export function DraftDialog({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [, navigate] = useLocation();
  const draft = useDraftPractice(({ id }) => {
    onClose();
    navigate(`/practices/${id}/edit`);
  });
  const problem = fieldMessage(draft.error, 'title');
  return (
    <FormDialog
      title="New practice"
      action="Start writing"
      ready={title.trim().length >= 5}
      busy={draft.isPending}
      error={draft.error}
      onConfirm={() => draft.mutate({ communityId, title: title.trim(), visibility: 'organisation' })}
      onClose={onClose}
    >
      <Text>Only you and the community’s stewards see it until you propose it.</Text>
      <Field
        label="Title"
        hint="Say what one does, such as “Review in pairs before a release”."
        required
        {...(problem ? { validationMessage: problem } : {})}
      >
        <Input
          value={title}
          maxLength={practiceLimits.title}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setTitle(value)}
        />
      </Field>
    </FormDialog>
  );
}
