import { Avatar, Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityCard as Card } from '@copse/core/contracts';
import { formatNames } from '@copse/core/vocabulary';
import type { ReactNode } from 'react';
import { count } from '../lib/plural.ts';
import { useSession } from '../shell/session.tsx';
import { StageBadge } from './badges.tsx';
import { Surface } from './grid.tsx';
import { JoinButton } from './join-button.tsx';
import { PlaceLink } from './place-link.tsx';
import { Topics } from './topics.tsx';

const useStyles = makeStyles({
  top: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start', minWidth: 0 },
  names: { minWidth: 0, flexGrow: 1 },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  purpose: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    marginTop: 'auto',
    paddingTop: tokens.spacingVerticalXS,
  },
  above: { position: 'relative' },
  reason: {
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type Props = {
  readonly community: Card;
  /** Why it is shown, or what is new in it. */
  readonly reason?: ReactNode;
  /** In a list of one's own communities, saying “Member” on each would be noise. */
  readonly quiet?: boolean;
  /** `h2` where the list stands right below the page's title. */
  readonly heading?: 'h2' | 'h3';
};

/** A community in a list: one link over the whole card, and the one thing that can be done from here. */
export function CommunityCard({ community, reason, quiet = false, heading: Heading = 'h3' }: Props) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const { id, name, purpose, topics, stage, format, memberCount, practiceCount, standing } = community;
  const facts = [
    count(memberCount, 'member', 'members', locale),
    ...(practiceCount > 0 ? [count(practiceCount, 'practice', 'practices', locale)] : []),
    formatNames[format],
  ];
  return (
    <Surface live>
      <div className={styles.top}>
        <Avatar shape="square" size={40} name={name} color="colorful" idForColor={id} aria-hidden />
        <div className={styles.names}>
          <Heading className={styles.name} dir="auto">
            <PlaceLink to={`/communities/${id}`} whole>
              {name}
            </PlaceLink>
          </Heading>
          <div className={styles.facts}>{facts.join(' · ')}</div>
        </div>
      </div>
      {reason && <Text className={styles.reason}>{reason}</Text>}
      <Text className={styles.purpose} dir="auto">
        {purpose}
      </Text>
      <Topics topics={topics} max={4} />
      <div className={styles.foot}>
        <StageBadge stage={stage} />
        <div className={styles.above}>
          {standing === 'member' ? (
            !quiet && (
              <Badge appearance="outline" color="brand">
                Member
              </Badge>
            )
          ) : (
            <JoinButton community={community} size="small" />
          )}
        </div>
      </div>
    </Surface>
  );
}
