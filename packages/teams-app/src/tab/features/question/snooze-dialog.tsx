import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { DAY_MS, snoozeSpans } from '../../lib/snooze-spans.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useSnoozeTopic } from './snooze-topic.ts';

type Props = { readonly topics: readonly string[]; readonly onClose: () => void };

/** Lets one of the question's topics rest, so that this person is not asked about it for a while. */
export default function SnoozeDialog({ topics, onClose }: Props) {
  const [topic, setTopic] = useState(topics[0] ?? '');
  const [days, setDays] = useState(30);
  const notices = useNotices();
  const snooze = useSnoozeTopic(() => {
    notices.done(`You are not asked about “${topic}” for a while. Change it any time under Messages, Settings.`);
    onClose();
  });
  return (
    <FormDialog
      title="Let a topic rest"
      action="Let it rest"
      ready={topic !== ''}
      busy={snooze.isPending}
      error={snooze.error}
      onConfirm={() => snooze.mutate({ topic, until: new Date(Date.now() + days * DAY_MS).toISOString() })}
      onClose={onClose}
    >
      <Text>You are not asked for help about it, whatever your profile says. This question stays with you.</Text>
      <Field label="Topic">
        <RadioGroup value={topic} onChange={(_, { value }) => setTopic(value)}>
          {topics.map((one) => (
            <Radio key={one} value={one} label={<bdi>{one}</bdi>} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="How long">
        <RadioGroup value={String(days)} onChange={(_, { value }) => setDays(Number(value))}>
          {snoozeSpans.map(([length, name]) => (
            <Radio key={length} value={String(length)} label={name} />
          ))}
        </RadioGroup>
      </Field>
    </FormDialog>
  );
}
