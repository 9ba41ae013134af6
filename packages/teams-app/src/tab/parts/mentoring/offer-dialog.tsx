import { Field, Input, SpinButton, Text } from '@fluentui/react-components';
import type { MyOfferView, OfferInput } from '@copse/core/contracts';
import { mentoringLimits as limits, type Rhythm } from '@copse/core/vocabulary';
import { useState } from 'react';
import { endOfDay, today } from '../../lib/dates.ts';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { TopicsField } from '../topics-field.tsx';
import { useMentoringAction } from './mentoring-action.ts';
import { RhythmField } from './rhythm-field.tsx';

type Props = {
  readonly community: { readonly id: string; readonly name: string };
  /** What stands there already, to be changed. */
  readonly offer: MyOfferView | undefined;
  readonly suggested: readonly string[];
  readonly onClose: () => void;
};

export default function OfferDialog({ community, offer, suggested, onClose }: Props) {
  const notices = useNotices();
  const [topics, setTopics] = useState<string[]>([...(offer?.topics ?? suggested.slice(0, limits.topics))]);
  const [room, setRoom] = useState(offer?.room ?? 1);
  const [rhythm, setRhythm] = useState<Rhythm>(offer?.rhythm ?? 'every-two-weeks');
  const [note, setNote] = useState(offer?.note ?? '');
  const [restUntil, setRestUntil] = useState(offer?.pausedUntil ? today(new Date(offer.pausedUntil)) : '');
  const save = useMentoringAction<OfferInput>(
    (api, body, idempotencyKey) => api.send('PUT', `/communities/${community.id}/mentors/me`, { body, idempotencyKey }),
    () => {
      notices.done('Your offer stands. You are asked before anybody hears your name.');
      onClose();
    },
  );
  return (
    <FormDialog
      title={offer ? 'Change what you offer' : `Be a mentor in ${community.name}`}
      action={offer ? 'Save' : 'Offer it'}
      ready={topics.length > 0}
      busy={save.isPending}
      error={save.error}
      onConfirm={() =>
        save.mutate({ topics, room, rhythm, note, pausedUntil: restUntil === '' ? null : endOfDay(restUntil) })
      }
      onClose={onClose}
    >
      <Text>
        Members see what you offer. When somebody suits you, you are asked, and you can say no without a reason.
      </Text>
      <TopicsField label="What you can help with" topics={topics} max={limits.topics} onChange={setTopics} />
      <Field label="How many people at a time" hint={`1 to ${limits.room}. Less is more.`}>
        <SpinButton
          value={room}
          min={1}
          max={limits.room}
          onChange={(_, { value, displayValue }) => {
            const next = Math.round(value ?? Number(displayValue));
            if (next >= 1 && next <= limits.room) setRoom(next);
          }}
        />
      </Field>
      <RhythmField value={rhythm} onChange={setRhythm} />
      <Field label="A word about yourself" hint="What you like to help with, and how you go about it.">
        <Input
          value={note}
          maxLength={limits.note}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
      <Field label="Rest until" hint="Nobody new is brought to you until that day. Leave it empty to begin now.">
        <Input type="date" min={today()} value={restUntil} onChange={(_, { value }) => setRestUntil(value)} />
      </Field>
    </FormDialog>
  );
}
