import { Field, Input, Text } from '@fluentui/react-components';
import type { CircleView, SessionInput } from '@copse/core/contracts';
import { dayAt, mentoringLimits as limits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { calendarDayText } from '../../lib/dates.ts';
import { useSession } from '../../shell/session.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { useMyZone } from '../gatherings/zone.ts';
import { MarkdownField } from '../markdown-field.tsx';
import { MarkdownText } from '../markdown-text.tsx';
import { Day } from '../when.tsx';

type Props = {
  readonly title: string;
  /** Who reads it, as a sentence. */
  readonly readers: string;
  /** The moment since which they can have met. */
  readonly began: string;
  /** What somebody else has noted of this very meeting meanwhile. */
  readonly noted?: CircleView['held'][number] | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onNote: (session: SessionInput) => void;
  readonly onClose: () => void;
};

/** Notes that two people, or a circle, met. */
export function NoteDialog({ title, readers, began, noted, busy, error, onNote, onClose }: Props) {
  const zone = useMyZone();
  const { locale } = useSession().host;
  const [today] = useState(() => dayAt(new Date(), zone));
  const first = dayAt(new Date(began), zone);
  const [heldOn, setHeldOn] = useState(today);
  const [note, setNote] = useState('');
  const wrong =
    heldOn > today
      ? 'That day has not come yet. A meeting is noted when it has been.'
      : heldOn !== '' && heldOn < first
        ? `You began on ${calendarDayText(first, locale)}. Choose that day or a later one.`
        : undefined;
  return (
    <FormDialog
      title={title}
      action="Note it"
      ready={heldOn !== '' && wrong === undefined}
      busy={busy}
      error={error}
      onConfirm={() => onNote({ heldOn, note })}
      onClose={onClose}
    >
      <Text>{readers}</Text>
      <Field label="The day" required {...(wrong === undefined ? {} : { validationMessage: wrong })}>
        <Input type="date" min={first} max={today} value={heldOn} onChange={(_, { value }) => setHeldOn(value)} />
      </Field>
      <MarkdownField
        label="What we talked about, and what comes next"
        value={note}
        max={limits.sessionNote}
        rows={5}
        onChange={setNote}
      />
      {noted && (
        <section aria-label="What was noted already">
          <Text size={200} weight="semibold" block>
            Noted already, of <Day day={noted.heldOn} />
          </Text>
          {noted.note !== '' && <MarkdownText text={noted.note} topHeading={4} />}
        </section>
      )}
    </FormDialog>
  );
}
