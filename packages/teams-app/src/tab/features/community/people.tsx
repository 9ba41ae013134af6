import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView, RoleHolder } from '@copse/core/contracts';
import { roleNames, roles } from '@copse/core/vocabulary';
import { Person } from '../../parts/person.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: plainList,
  wanted: { color: tokens.colorNeutralForeground3 },
});

/** Who looks after the community, role by role, and which roles it is still looking for. */
export function People({ community: { roleHolders, rolesWanted } }: { community: CommunityView }) {
  const styles = useStyles();
  const held = roles.filter((role) => roleHolders.some((holder) => holder.role === role));
  const wanted = rolesWanted.filter((role) => !held.includes(role));
  return (
    <Section beside title="People by role">
      <div className={styles.groups}>
        {held.map((role) => {
          const holders = roleHolders.filter((holder) => holder.role === role);
          const { one, many, does } = roleNames[role];
          return (
            <Section key={role} inner title={holders.length === 1 ? one : many}>
              <ul className={styles.list} title={`${one}: ${does}`}>
                {holders.map((holder) => (
                  <li key={holder.person.id ?? holder.since}>
                    <Person person={holder.person} note={<Term holder={holder} />} />
                  </li>
                ))}
              </ul>
            </Section>
          );
        })}
        {wanted.length > 0 && (
          <Text className={styles.wanted}>
            Looking for: {wanted.map((role) => roleNames[role].one.toLowerCase()).join(', ')}
          </Text>
        )}
        {held.length === 0 && wanted.length === 0 && <Text className={styles.wanted}>Nobody holds a role yet.</Text>}
      </div>
    </Section>
  );
}

function Term({ holder: { until, overdue } }: { holder: RoleHolder }) {
  if (!until) return null;
  return overdue ? (
    <Badge appearance="tint" color="warning">
      Term over since <When at={until} style="day" />
    </Badge>
  ) : (
    <>
      until <When at={until} style="day" />
    </>
  );
}
