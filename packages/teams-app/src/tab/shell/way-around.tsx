import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { PlaceLink } from '../parts/place-link.tsx';
import { SearchEverywhere } from './search-everywhere.tsx';
import { useSession } from './session.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalXS,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalL },
  },
  nav: { minWidth: 0, paddingBlock: tokens.spacingVerticalXXS },
  places: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 480px)': { columnGap: tokens.spacingHorizontalM },
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  here: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

const OWN_TABS = ['home', 'questions', 'discover', 'me'] as const;
const names: Record<string, string> = {
  home: 'Home',
  questions: 'Questions',
  gatherings: 'Gatherings',
  discover: 'Discover',
  notifications: 'Messages',
  me: 'Me',
};
const everywhere = ['home', 'questions', 'gatherings', 'discover', 'notifications', 'me'] as const;

/**
 * The places of the tab, and search. In the personal app Teams itself shows Home, Questions, Discover and Me, so only the
 * one that is open stands here, as the way back, beside the places that Teams has no tab for; a channel or chat has no
 * such tabs and gets all of them.
 */
export function WayAround() {
  const styles = useStyles();
  const { host } = useSession();
  const [path] = useLocation();
  const here = path.split('/')[1] ?? '';
  const own = OWN_TABS.find((tab) => tab === host.pageId);
  const places = own ? ([own, 'gatherings', 'notifications'] as const) : everywhere;
  return (
    <div className={styles.bar}>
      <nav aria-label="Copse" className={styles.nav}>
        <ul className={styles.places}>
          {places.map((place) => (
            <li key={place}>
              <PlaceLink
                to={`/${place}`}
                className={mergeClasses(place === here && styles.here)}
                {...(place === here ? { current: true } : {})}
              >
                {names[place]}
              </PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
      <SearchEverywhere />
    </div>
  );
}
