import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { plainList } from '../plain-list.ts';
import { useSession } from '../../shell/session.tsx';
import { burdenWords, type FairSlot } from './fair-timing.ts';
import { useMyZone } from './zone.ts';

const useStyles = makeStyles({
  list: { ...plainList, gap: tokens.spacingVerticalM },
  what: { flexGrow: 1, flexBasis: '12rem', minWidth: 0 },
  zones: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
});

export function useMoment({ startsAt }: FairSlot): string {
  const zone = useMyZone();
  return shortMoment(startsAt, useSession().host.locale, zone);
}

/** What a time asks of each zone. */
export function Asks({ slot: { zones }, title }: { slot: FairSlot; title: string }) {
  const styles = useStyles();
  return (
    <div className={styles.what}>
      <Text weight="semibold" block>
        {title}
      </Text>
      {zones.length > 0 && (
        <ul className={styles.zones}>
          {zones.map(({ timeZone, people, local, burden }) => (
            <li key={timeZone}>
              {zoneName(timeZone)}, {people} people: {local.slice(11)}, {burdenWords[burden]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Times that a series takes in turn. */
export function TurnList({ slots }: { slots: readonly FairSlot[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {slots.map((slot, at) => (
        <Turn key={`${at} ${slot.startsAt}`} slot={slot} turn={at + 1} />
      ))}
    </ol>
  );
}

function Turn({ slot, turn }: { slot: FairSlot; turn: number }) {
  return (
    <li>
      <Asks slot={slot} title={`Turn ${turn}: ${useMoment(slot)}`} />
    </li>
  );
}
