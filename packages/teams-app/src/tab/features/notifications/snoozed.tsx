import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { DAY_MS, snoozeSpans } from '../../lib/snooze-spans.ts';
import { addTopics } from '../../parts/add-topics.ts';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import type { SettingsPart } from './settings.tsx';

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
});

/** Topics about which somebody is not asked for help for a while. */
export function Snoozed({ preferences: { snoozedTopics }, busy, change }: SettingsPart) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [days, setDays] = useState(30);
  const [topic] = addTopics([], typed, 1);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!topic) return;
    const until = new Date(Date.now() + days * DAY_MS).toISOString();
    change({ snoozedTopics: [...snoozedTopics.filter((one) => one.topic !== topic), { topic, until }] });
    setTyped('');
  };
  return (
    <Section title="Topics that rest">
      <Text>You are not asked for help about these, whatever your profile says.</Text>
      {snoozedTopics.length > 0 && (
        <ul className={styles.list} aria-label="Topics that rest">
          {snoozedTopics.map(({ topic: resting, until }) => (
            <li key={resting} className={styles.row}>
              <Text>
                <bdi>{resting}</bdi>, until <When at={until} style="day" />
              </Text>
              <Button
                size="small"
                aria-label={`Be asked about ${resting} again`}
                disabledFocusable={busy}
                onClick={() => change({ snoozedTopics: snoozedTopics.filter((one) => one.topic !== resting) })}
              >
                Be asked again
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add} noValidate>
        <Field label="Topic">
          <Input
            value={typed}
            maxLength={40}
            autoComplete="off"
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        <Field label="How long">
          <Select value={String(days)} onChange={(_, { value }) => setDays(Number(value))}>
            {snoozeSpans.map(([length, name]) => (
              <option key={length} value={length}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" disabledFocusable={busy || !topic}>
          Let it rest
        </Button>
      </form>
    </Section>
  );
}
