import { Field, Input, Text, Textarea } from '@fluentui/react-components';
import type { PracticeView } from '@copse/core/contracts';
import { type LifeAction, practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { today } from '../../lib/dates.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useChangeLife } from './change-life.ts';
import { lifeWords } from './life-words.ts';

/** Asks for what a step of a practice's life needs: a reason, or when to look at it again. */
export default function LifeDialog({
  practice,
  action,
  onClose,
}: {
  practice: PracticeView;
  action: LifeAction;
  onClose: () => void;
}) {
  const { verb, means, done, asks } = lifeWords[action];
  const [reason, setReason] = useState('');
  const [reviewBy, setReviewBy] = useState('');
  const notices = useNotices();
  const change = useChangeLife(practice.id, () => {
    notices.done(done);
    onClose();
  });
  const body = { ...(reason.trim() ? { reason } : {}), ...(reviewBy ? { reviewBy } : {}) };
  return (
    <FormDialog
      title={`${verb}?`}
      action={verb}
      ready={asks !== 'reason' || reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ action, body })}
      onClose={onClose}
    >
      <Text>{means}</Text>
      {asks === 'review-date' && (
        <Field label="Review it again by" hint="Optional. Left empty, Copse chooses a date.">
          <Input type="date" value={reviewBy} min={today()} onChange={(_, { value }) => setReviewBy(value)} />
        </Field>
      )}
      <Field label={asks === 'reason' ? 'Reason' : 'Remark'} required={asks === 'reason'}>
        <Textarea
          value={reason}
          maxLength={practiceLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
