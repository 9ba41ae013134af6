import { Field, Text, Textarea } from '@fluentui/react-components';
import type { MentoringRequestInput } from '@copse/core/contracts';
import { MENTOR_HAS_DAYS, mentoringLimits as limits, type Rhythm } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { TopicsField } from '../topics-field.tsx';
import { useMentoringAction } from './mentoring-action.ts';
import { RhythmField } from './rhythm-field.tsx';

type Props = {
  readonly community: { readonly id: string; readonly name: string };
  readonly suggested: readonly string[];
  readonly onClose: () => void;
};

/** Looks for a mentor. Who is asked is not said: a no shall cost nobody anything. */
export default function RequestDialog({ community, suggested, onClose }: Props) {
  const notices = useNotices();
  const [goal, setGoal] = useState('');
  const [topics, setTopics] = useState(suggested.slice(0, limits.topics));
  const [rhythm, setRhythm] = useState<Rhythm>('every-two-weeks');
  const send = useMentoringAction<MentoringRequestInput>(
    (api, body, idempotencyKey) =>
      api.send('POST', `/communities/${community.id}/mentoring-requests`, { body, idempotencyKey }),
    () => {
      notices.done('We look for somebody who suits you. You hear of it as soon as a mentor says yes.');
      onClose();
    },
  );
  return (
    <FormDialog
      title={`Look for a mentor in ${community.name}`}
      action="Look for a mentor"
      ready={topics.length > 0 && goal.trim().length >= 10}
      busy={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate({ goal: goal.trim(), topics, rhythm })}
      onClose={onClose}
    >
      <Text>
        One mentor at a time is asked and has {MENTOR_HAS_DAYS} days to answer; then the next one is. Only they read
        what you write here.
      </Text>
      <Field label="What would you like to be able to do?" hint="One or two sentences are enough." required>
        <Textarea
          value={goal}
          maxLength={limits.goal}
          textarea={{ dir: 'auto', rows: 3 }}
          onChange={(_, { value }) => setGoal(value)}
        />
      </Field>
      <TopicsField label="Topics" topics={topics} max={limits.topics} onChange={setTopics} />
      <RhythmField value={rhythm} onChange={setRhythm} />
    </FormDialog>
  );
}
