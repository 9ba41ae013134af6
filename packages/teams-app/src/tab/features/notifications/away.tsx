import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { endOfDay, today } from '../../lib/dates.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useMe } from '../../shell/see-me.ts';
import { useSession } from '../../shell/session.tsx';
import type { SettingsPart } from './settings.tsx';
import { hoursText } from './hours-text.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** When Copse keeps quiet: outside of working hours, and while somebody is away. */
export function Away({ preferences: { awayUntil }, busy, change }: SettingsPart) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const me = useMe();
  const [day, setDay] = useState('');
  return (
    <Section title="Quiet times">
      {me.data && (
        <Text>
          You work {hoursText(me.data.workingHours, locale)}, {me.data.timeZone.replaceAll('_', ' ')} time. What comes
          otherwise waits until you are back at work. <PlaceLink to="/me">Change your working hours</PlaceLink>
        </Text>
      )}
      {awayUntil ? (
        <div className={styles.row}>
          <Text>
            You are away until <When at={awayUntil} style="day" />. Nobody is sent to you for help, and messages wait.
          </Text>
          <Button disabledFocusable={busy} onClick={() => change({ awayUntil: null })}>
            I am back
          </Button>
        </div>
      ) : (
        <div className={styles.row}>
          <Field label="I am away until" hint="The last day that you are not there.">
            <Input type="date" min={today()} value={day} onChange={(_, { value }) => setDay(value)} />
          </Field>
          <Button
            disabledFocusable={busy || day < today()}
            onClick={() => {
              change({ awayUntil: endOfDay(day) });
              setDay('');
            }}
          >
            Keep quiet until then
          </Button>
        </div>
      )}
    </Section>
  );
}
