import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { count } from '../../lib/plural.ts';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useUncoordinated } from './list-uncoordinated.ts';

const useStyles = makeStyles({
  list: {
    ...plainList,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** For administrators: communities that wait for somebody who looks after them, also those by invitation. */
export function Uncoordinated() {
  const styles = useStyles();
  const communities = useUncoordinated();
  return (
    <Section inner title="Communities without a coordinator">
      <Loaded query={communities} skeleton={<LinesSkeleton lines={2} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Text>Every community has somebody who looks after it.</Text>;
          return (
            <>
              <Text>Nobody can admit people or keep order there. Open one and give a member the role.</Text>
              <ul className={styles.list}>
                {items.map(({ id, name, memberCount }) => (
                  <li key={id}>
                    <PlaceLink to={`/communities/${id}/members`}>
                      <bdi>{name}</bdi>
                    </PlaceLink>{' '}
                    <Text size={200} className={styles.quiet}>
                      {count(memberCount, 'member', 'members')}
                    </Text>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      <LoadMore list={communities} />
    </Section>
  );
}
