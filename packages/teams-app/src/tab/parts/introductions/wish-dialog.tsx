import { Field, Input, Text } from '@fluentui/react-components';
import type { IntroductionsView, WishInput } from '@copse/core/contracts';
import { introductionLimits as limits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { endOfDay, today } from '../../lib/dates.ts';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useIntroductionAction } from './introduction-action.ts';

type Props = {
  readonly community: { readonly id: string; readonly name: string };
  readonly wish: IntroductionsView['mine'];
  readonly onClose: () => void;
};

/** Wanting to be introduced in a community, with what helps to do it well. */
export default function WishDialog({ community, wish, onClose }: Props) {
  const notices = useNotices();
  const [team, setTeam] = useState(wish?.team ?? '');
  const [until, setUntil] = useState(wish?.pausedUntil ? today(new Date(wish.pausedUntil)) : '');
  const save = useIntroductionAction<WishInput>(
    (api, body, idempotencyKey) =>
      api.send('PUT', `/communities/${community.id}/introductions/me`, { body, idempotencyKey }),
    () => {
      notices.done('You are in the next round. The bot writes to you when you are introduced.');
      onClose();
    },
  );
  return (
    <FormDialog
      title={wish ? 'Change how you take part' : `Be introduced in ${community.name}`}
      action={wish ? 'Save' : 'Take part'}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate({ team, ...(until === '' ? {} : { pausedUntil: endOfDay(until) }) })}
      onClose={onClose}
    >
      <Text>
        In each round you meet somebody new, in working hours that you share. You can pause or stop at any time, and
        while you are away you are left out by itself.
      </Text>
      <Field
        label="Your team"
        hint="Then you are introduced to people of other teams first. Leave it empty, if you like."
      >
        <Input
          value={team}
          maxLength={limits.team}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setTeam(value)}
        />
      </Field>
      <Field label="Pause until" hint="Nobody is introduced to you until that day. Leave it empty for no pause.">
        <Input type="date" min={today()} value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
    </FormDialog>
  );
}
