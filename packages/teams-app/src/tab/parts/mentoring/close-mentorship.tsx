import { Text } from '@fluentui/react-components';
import type { MentorshipView, ReflectionInput } from '@copse/core/contracts';
import { mentoringLimits as limits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../form-dialog.tsx';
import { MarkdownField } from '../markdown-field.tsx';
import { useMentoringAction } from './mentoring-action.ts';

type Props = { readonly mentorship: MentorshipView; readonly onClose: () => void };

/** Ends it with a reflection, or adds one's own after the other has ended it. */
export function CloseMentorship({ mentorship: { id, state, other }, onClose }: Props) {
  const [reflection, setReflection] = useState('');
  const closed = state === 'closed';
  const close = useMentoringAction<ReflectionInput>(
    (api, body, idempotencyKey) => api.send('POST', `/mentorships/${id}/close`, { body, idempotencyKey }),
    onClose,
  );
  return (
    <FormDialog
      title={closed ? 'What I take with me' : `Close your mentoring with ${other.name}?`}
      action={closed ? 'Save' : 'Close it'}
      ready={!closed || reflection.trim() !== ''}
      busy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate({ reflection })}
      onClose={onClose}
    >
      <Text>
        {closed
          ? `${other.name} can read it, and nobody else.`
          : 'Every mentoring comes to its end. Your notes stay for the two of you, and the mentor has room for somebody new.'}
      </Text>
      <MarkdownField
        label="What do you take with you?"
        hint={`${other.name} can read it, and nobody else. You may leave it empty.`}
        value={reflection}
        max={limits.reflection}
        rows={4}
        onChange={setReflection}
      />
    </FormDialog>
  );
}
