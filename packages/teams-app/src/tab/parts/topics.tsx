import { Badge, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  topic: {
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
  },
});

/** The topics of something, as quiet words. `max` keeps cards of one height; the rest is counted. */
export function Topics({ topics, max = 8 }: { topics: readonly string[]; max?: number }) {
  const styles = useStyles();
  if (topics.length === 0) return null;
  const rest = topics.length - max;
  return (
    <ul className={styles.list} aria-label="Topics">
      {topics.slice(0, max).map((topic) => (
        <li key={topic}>
          <Badge appearance="tint" color="informative" shape="rounded" className={styles.topic}>
            <bdi>{topic}</bdi>
          </Badge>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Badge appearance="tint" color="informative" shape="rounded" className={styles.topic}>
            +{rest}
          </Badge>
        </li>
      )}
    </ul>
  );
}
