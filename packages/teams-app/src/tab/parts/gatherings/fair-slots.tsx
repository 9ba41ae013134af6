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

type TurnsProps = {
  readonly slots: readonly FairSlot[];
  /** When one of them is, in words; without it, as the date that it would be in the next week. */
  readonly when?: (slot: FairSlot) => string;
};

/** Times that a series takes in turn. */
export function TurnList({ slots, when }: TurnsProps) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const whenOf = when ?? (({ startsAt }: FairSlot) => shortMoment(startsAt, locale, zone));
  return (
    <ol className={styles.list}>
      {slots.map((slot, at) => (
        <li key={`${at} ${slot.startsAt}`}>
          <Asks slot={slot} title={`Turn ${at + 1}: ${whenOf(slot)}`} />
        </li>
      ))}
    </ol>
  );
}
