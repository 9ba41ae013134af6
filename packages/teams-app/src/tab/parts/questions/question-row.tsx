import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { QuestionCard } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';
import { useSession } from '../../shell/session.tsx';
import { authorName } from '../author.tsx';
import { QuestionStateBadge } from '../badges.tsx';
import { Surface } from '../grid.tsx';
import { PlaceLink } from '../place-link.tsx';
import { Topics } from '../topics.tsx';
import { When } from '../when.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, minWidth: 0 },
  summary: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

type Props = {
  readonly question: QuestionCard;
  readonly heading?: 'h2' | 'h3';
  /** In a community's own list its name would be noise. */
  readonly community?: boolean;
};

/** A question in a list: what is asked, where it stands, and how many wait for the answer. */
export function QuestionRow({ question, heading: Heading = 'h3', community = true }: Props) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const { id, title, summary, topics, state, author, askedAt, answerCount, meTooCount, hidden } = question;
  const facts = [
    count(answerCount, 'answer', 'answers', locale),
    ...(meTooCount > 0 ? [`${count(meTooCount, 'other has', 'others have', locale)} this too`] : []),
  ];
  return (
    <Surface live>
      <div className={styles.row}>
        <QuestionStateBadge state={state} />
        {hidden && (
          <Badge appearance="tint" color="warning">
            Hidden
          </Badge>
        )}
        {author.mine && (
          <Badge appearance="outline" color="brand">
            {author.person ? 'Yours' : 'Yours, anonymous: only you see this'}
          </Badge>
        )}
      </div>
      <Heading className={styles.title} dir="auto">
        <PlaceLink to={`/questions/${id}`} whole>
          {title}
        </PlaceLink>
      </Heading>
      {summary && (
        <Text className={styles.summary} dir="auto">
          {summary}
        </Text>
      )}
      <Topics topics={topics} max={5} />
      <Text size={200} className={styles.quiet}>
        <bdi>{authorName(author)}</bdi>
        {community && (
          <>
            {' in '}
            <bdi>{question.community.name}</bdi>
          </>
        )}
        {', '}
        <When at={askedAt} /> · {facts.join(' · ')}
      </Text>
    </Surface>
  );
}
