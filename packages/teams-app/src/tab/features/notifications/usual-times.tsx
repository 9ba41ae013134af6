import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import {
  type DeliveryTime,
  deliveryTimeNames,
  deliveryTimes,
  kindsOfNotification,
  notificationKinds,
} from '@copse/core/vocabulary';
import { useId } from 'react';
import { Section } from '../../parts/section.tsx';
import type { SettingsPart } from './settings.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 10rem',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** When each kind of message comes, wherever no community has a choice of its own. */
export function UsualTimes({ preferences: { usual }, busy, change }: SettingsPart) {
  const styles = useStyles();
  const id = useId();
  return (
    <Section title="What you hear of">
      <Text>Everything comes by Copse’s chat in Teams. Later than at once, it comes as one message.</Text>
      <ul className={styles.list}>
        {notificationKinds.map((kind) => (
          <li key={kind} className={styles.row}>
            <div className={styles.words}>
              <Text weight="semibold" id={`${id}-${kind}`}>
                {kindsOfNotification[kind].name}
              </Text>
              <Text size={200} className={styles.quiet} id={`${id}-${kind}-means`}>
                {kindsOfNotification[kind].means}.
              </Text>
            </div>
            <Select
              value={usual[kind]}
              disabled={busy}
              aria-labelledby={`${id}-${kind}`}
              aria-describedby={`${id}-${kind}-means`}
              onChange={(_, { value }) => change({ usual: { [kind]: value as DeliveryTime } })}
            >
              {deliveryTimes.map((time) => (
                <option key={time} value={time}>
                  {deliveryTimeNames[time]}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </Section>
  );
}
