import { Field, Text, Textarea } from '@fluentui/react-components';
import type { MentoringRequestInput, OfferView } from '@copse/core/contracts';
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
  /** Who is wished for; without one, whoever suits best is asked first. */
  readonly mentor: OfferView | undefined;
  readonly onClose: () => void;
};

/** Looks for a mentor. Who is asked but for a wish is not said: a no shall cost nobody anything. */
export default function RequestDialog({ community, suggested, mentor, onClose }: Props) {
  const notices = useNotices();
  const [goal, setGoal] = useState('');
  const [topics, setTopics] = useState((mentor?.topics ?? suggested).slice(0, limits.topics));
  const [rhythm, setRhythm] = useState<Rhythm>(mentor?.rhythm ?? 'every-two-weeks');
  const send = useMentoringAction<MentoringRequestInput>(
    (api, body, idempotencyKey) =>
      api.send('POST', `/communities/${community.id}/mentoring-requests`, { body, idempotencyKey }),
    () => {
      notices.done(
        mentor
          ? `${mentor.person.name} is asked first, and then whoever suits next. You hear of it as soon as one says yes.`
          : 'We look for somebody who suits you. You hear of it as soon as a mentor says yes.',
      );
      onClose();
    },
  );
  return (
    <FormDialog
      title={mentor ? `Ask ${mentor.person.name} to be your mentor` : `Look for a mentor in ${community.name}`}
      action={mentor ? `Ask ${mentor.person.name}` : 'Look for a mentor'}
      ready={topics.length > 0 && goal.trim().length >= 10}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate({ goal: goal.trim(), topics, rhythm, ...(mentor?.person.id ? { mentorId: mentor.person.id } : {}) })
      }
      onClose={onClose}
    >
      <Text>
        {mentor &&
          `${mentor.person.name} is asked first, as long as a topic and an hour of work are common to you and you are not of one team. `}
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
