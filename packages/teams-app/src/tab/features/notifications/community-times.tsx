import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import {
  type DeliveryTime,
  deliveryTimeNames,
  deliveryTimes,
  kindsOfNotification,
  type NotificationKind,
  notificationKinds,
} from '@copse/core/vocabulary';
import { useState } from 'react';
import { useMyCommunities } from '../../parts/list-my-communities.ts';
import { Section } from '../../parts/section.tsx';
import type { SettingsPart } from './settings.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  pick: { maxWidth: '24rem' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** One community may be louder or quieter than the others. */
export function CommunityTimes({ preferences, busy, change }: SettingsPart) {
  const styles = useStyles();
  const mine = useMyCommunities();
  const [chosen, setChosen] = useState('');
  const own = preferences.communities;
  const all = [
    ...(mine.data ?? []).map(({ id, name }) => ({ id, name })),
    ...own.map(({ community }) => community).filter(({ id }) => mine.data?.every((one) => one.id !== id)),
  ];
  const times = own.find(({ community }) => community.id === chosen)?.times ?? {};
  const set = (kind: NotificationKind, value: string) => {
    const { [kind]: _before, ...others } = times;
    change({
      communities: [
        { communityId: chosen, times: value === '' ? others : { ...others, [kind]: value as DeliveryTime } },
      ],
    });
  };
  return (
    <Section title="One community otherwise">
      <Text>
        {own.length === 0
          ? 'No community has a choice of its own. Choose one to hear more or less of it.'
          : `With a choice of their own: ${own.map(({ community }) => community.name).join(', ')}.`}
      </Text>
      <Field label="Community" className={styles.pick}>
        <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value="">Choose…</option>
          {all.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {chosen !== '' && (
        <>
          <div className={styles.grid}>
            {notificationKinds.map((kind) => (
              <Field key={kind} label={kindsOfNotification[kind].name}>
                <Select value={times[kind] ?? ''} disabled={busy} onChange={(_, { value }) => set(kind, value)}>
                  <option value="">As usual ({deliveryTimeNames[preferences.usual[kind]].toLowerCase()})</option>
                  {deliveryTimes.map((time) => (
                    <option key={time} value={time}>
                      {deliveryTimeNames[time]}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
          <div className={styles.row}>
            <Button
              disabledFocusable={busy || Object.keys(times).length === 0}
              onClick={() => change({ communities: [{ communityId: chosen, times: {} }] })}
            >
              All as usual again
            </Button>
            <Button
              disabledFocusable={busy}
              onClick={() =>
                change({
                  communities: [
                    {
                      communityId: chosen,
                      times: Object.fromEntries(notificationKinds.map((kind) => [kind, 'never' as const])),
                    },
                  ],
                })
              }
            >
              Nothing from it
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
