import { Field, Input, Text } from '@fluentui/react-components';
import { practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { fieldMessage } from '../../lib/say.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useDraftPractice } from './draft-practice.ts';

type Props = {
  readonly communityId: string;
  /** What the title begins as, and what the draft says it is good for: words of the place that it comes from. */
  readonly title?: string;
  readonly context?: string;
  readonly onClose: () => void;
};

/** Asks only for a title; the writing itself happens on a page of its own. */
export default function DraftDialog({ communityId, title: begun = '', context = '', onClose }: Props) {
  const [title, setTitle] = useState(begun);
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
      onConfirm={() => draft.mutate({ communityId, title: title.trim(), context, visibility: 'organisation' })}
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
