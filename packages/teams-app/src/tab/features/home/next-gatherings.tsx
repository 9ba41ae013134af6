import { makeStyles, tokens } from '@fluentui/react-components';
import { useGatherings } from '../../parts/gatherings/list-gatherings.ts';
import { OccurrenceCard } from '../../parts/gatherings/occurrence-card.tsx';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Section } from '../../parts/section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const SHOWN = 3;

/** The next dates of one's communities; nothing where none is planned. */
export function NextGatherings() {
  const styles = useStyles();
  const zone = useMyZone();
  const gatherings = useGatherings({ member: true }, SHOWN);
  const next = gatherings.data?.pages[0]?.items ?? [];
  if (next.length === 0) return null;
  return (
    <Section title="Next gatherings" action={<PlaceLink to="/gatherings">All gatherings</PlaceLink>}>
      <ul className={styles.list}>
        {next.map((date) => (
          <li key={date.id}>
            <OccurrenceCard date={date} zone={zone} community withDay />
          </li>
        ))}
      </ul>
    </Section>
  );
}
