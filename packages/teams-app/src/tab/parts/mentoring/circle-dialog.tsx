import { Field, Input, SpinButton, Text, Textarea } from '@fluentui/react-components';
import type { CircleInput } from '@copse/core/contracts';
import { circleSessions, circleSizes, mentoringLimits as limits, type Rhythm } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useCircleAction } from './circle-action.ts';
import { RhythmField } from './rhythm-field.tsx';

type Props = { readonly community: { readonly id: string; readonly name: string }; readonly onClose: () => void };

export default function CircleDialog({ community, onClose }: Props) {
  const notices = useNotices();
  const [title, setTitle] = useState('');
  const [purpose, setPurpose] = useState('');
  const [rhythm, setRhythm] = useState<Rhythm>('every-two-weeks');
  const [meetings, setMeetings] = useState(8);
  const found = useCircleAction<CircleInput>(
    (api, body, idempotencyKey) => api.send('POST', `/communities/${community.id}/circles`, { body, idempotencyKey }),
    ({ title: name }) => {
      notices.done(`${name} is founded. It begins when there are ${circleSizes.least} of you.`);
      onClose();
    },
  );
  return (
    <FormDialog
      title="Found a circle"
      action="Found the circle"
      ready={title.trim().length >= 3 && purpose.trim().length >= 10}
      busy={found.isPending}
      error={found.error}
      onConfirm={() =>
        found.mutate({
          title: title.trim(),
          purpose: purpose.trim(),
          topics: [],
          rhythm,
          size: circleSizes.most,
          meetings,
        })
      }
      onClose={onClose}
    >
      <Text>
        Six to eight peers who help each other, meet a fixed number of times, and lead in turn. What is said stays among
        them.
      </Text>
      <Field label="Name" required>
        <Input value={title} maxLength={120} input={{ dir: 'auto' }} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label="What is it for?" hint="So that others can tell whether it is for them." required>
        <Textarea
          value={purpose}
          maxLength={limits.circlePurpose}
          textarea={{ dir: 'auto', rows: 3 }}
          onChange={(_, { value }) => setPurpose(value)}
        />
      </Field>
      <RhythmField value={rhythm} onChange={setRhythm} />
      <Field label="Number of meetings" hint={`${circleSessions.least} to ${circleSessions.most}; then it ends.`}>
        <SpinButton
          value={meetings}
          min={circleSessions.least}
          max={circleSessions.most}
          onChange={(_, { value, displayValue }) => {
            const next = Math.round(value ?? Number(displayValue));
            if (next >= circleSessions.least && next <= circleSessions.most) setMeetings(next);
          }}
        />
      </Field>
    </FormDialog>
  );
}
