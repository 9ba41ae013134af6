import { Field, Input, Text } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { useNotices } from '../../shell/notices.tsx';

type Props = { readonly date: OccurrenceView; readonly series: boolean; readonly onClose: () => void };

/** Calls off one date, or the series with all its dates to come. */
export default function CancelDialog({ date, series, onClose }: Props) {
  const [reason, setReason] = useState('');
  const notices = useNotices();
  const path = series ? `/gatherings/${date.gatheringId}/cancel` : `/occurrences/${date.id}/cancel`;
  const cancel = useGatheringAction<string>(
    (api, why, idempotencyKey) => api.send('POST', path, { body: why ? { reason: why } : {}, idempotencyKey }),
    () => {
      notices.done('It is called off. Whoever wanted to come is told.');
      onClose();
    },
  );
  return (
    <FormDialog
      title={series ? 'Call off the whole series?' : 'Call off this date?'}
      action="Call it off"
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => cancel.mutate(reason.trim())}
      onClose={onClose}
    >
      <Text>
        {series
          ? 'All dates to come are called off. What has been stays, with its recaps.'
          : 'Only this date is called off. The others of the series take place.'}{' '}
        Everybody who said “Going” or “Maybe” is told.
      </Text>
      <Field label="Why?" hint="They will read it.">
        <Input
          value={reason}
          maxLength={gatheringLimits.reason}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
