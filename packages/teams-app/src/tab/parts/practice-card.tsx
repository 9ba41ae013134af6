import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PracticeCard as Card } from '@copse/core/contracts';
import { count } from '../lib/plural.ts';
import { useSession } from '../shell/session.tsx';
import { LifeBadge } from './badges.tsx';
import { Surface } from './grid.tsx';
import { PlaceLink } from './place-link.tsx';
import { Topics } from './topics.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  summary: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  foot: { marginTop: 'auto', color: tokens.colorNeutralForeground3 },
});

/** A practice in a list: what it is, where it stands, and who vouches for it. */
export function PracticeCard({ practice, heading: Heading = 'h3' }: { practice: Card; heading?: 'h2' | 'h3' }) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const { id, title, summary, topics, life, owner, endorsementCount, teamCount, reviewDue } = practice;
  const facts = [
    ...(endorsementCount > 0 ? [count(endorsementCount, 'endorsement', 'endorsements', locale)] : []),
    ...(teamCount > 0 ? [`used by ${count(teamCount, 'team', 'teams', locale)}`] : []),
  ];
  return (
    <Surface live>
      <Heading className={styles.title} dir="auto">
        <PlaceLink to={`/practices/${id}`} whole>
          {title}
        </PlaceLink>
      </Heading>
      <div className={styles.row}>
        <LifeBadge life={life} />
        {reviewDue && (
          <Badge appearance="tint" color="warning">
            Review due
          </Badge>
        )}
      </div>
      {summary && (
        <Text className={styles.summary} dir="auto">
          {summary}
        </Text>
      )}
      <Topics topics={topics} max={4} />
      <Text size={200} className={styles.foot}>
        <bdi>{owner.name}</bdi>
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </Text>
    </Surface>
  );
}
