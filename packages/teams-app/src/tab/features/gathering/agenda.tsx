import { Badge, Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AgendaItemView, OccurrenceView } from '@copse/core/contracts';
import { gatheringLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: '1.25rem',
  },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflowWrap: 'anywhere', flexBasis: '14rem', flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, flexBasis: '14rem' },
  minutes: { width: '6rem', '& input': { minWidth: 0, width: '100%' } },
});

/** What is to be talked about; members add to it. */
export function Agenda({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const { id, agenda, abilities } = date;
  const remove = useGatheringAction<string>((api, itemId, idempotencyKey) =>
    api.send('DELETE', `/occurrences/${id}/agenda/${itemId}`, { idempotencyKey }),
  );
  if (agenda.length === 0 && !abilities.addAgenda) return null;
  return (
    <Section title="Agenda">
      {agenda.length === 0 ? (
        <Empty title="Nothing on it yet">What would you like to talk about? Add it for everyone to see.</Empty>
      ) : (
        <ol className={styles.list}>
          {agenda.map((item) => (
            <li key={item.id}>
              <Item item={item} onRemove={() => remove.mutate(item.id)} />
            </li>
          ))}
        </ol>
      )}
      {remove.error !== null && <Problem error={remove.error} />}
      {abilities.addAgenda && <AddItem id={id} />}
    </Section>
  );
}

function Item({ item, onRemove }: { item: AgendaItemView; onRemove: () => void }) {
  const styles = useStyles();
  const { id, text, by, minutes, hidden, abilities } = item;
  return (
    <div className={styles.item}>
      <Text className={styles.text} dir="auto">
        {text}
      </Text>
      <Text size={200} className={styles.quiet}>
        <bdi>{by.name}</bdi>
        {minutes !== undefined && ` · ${minutes} min`}
      </Text>
      {hidden && (
        <Badge appearance="tint" color="warning">
          Hidden
        </Badge>
      )}
      {abilities.remove && (
        <Button size="small" appearance="subtle" aria-label={`Take off the agenda: ${text}`} onClick={onRemove}>
          Remove
        </Button>
      )}
      <ItemMenu
        size="small"
        label={`More about: ${text}`}
        subject={{ kind: 'agenda-item', id }}
        report={abilities.report}
        moderate={abilities.moderate}
        hidden={hidden}
        masked={false}
      />
    </div>
  );
}

function AddItem({ id }: { id: string }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState('');
  const add = useGatheringAction<{ text: string; minutes?: number }>(
    (api, body, idempotencyKey) => api.send('POST', `/occurrences/${id}/agenda`, { body, idempotencyKey }),
    () => {
      setText('');
      setMinutes('');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length < 3 || add.isPending) return;
    add.mutate({ text: text.trim(), ...(Number(minutes) > 0 ? { minutes: Math.trunc(Number(minutes)) } : {}) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="Add to the agenda" className={styles.grow}>
        <Input
          value={text}
          maxLength={gatheringLimits.agendaText}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Field label="Minutes">
        <Input
          type="number"
          min={1}
          value={minutes}
          className={styles.minutes}
          onChange={(_, { value }) => setMinutes(value)}
        />
      </Field>
      <Button type="submit" disabledFocusable={text.trim().length < 3 || add.isPending}>
        Add
      </Button>
      {add.error !== null && <Problem error={add.error} />}
    </form>
  );
}
