import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PracticeView } from '@copse/core/contracts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { LifeBadge } from '../../parts/badges.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Topics } from '../../parts/topics.tsx';
import { Day, When } from '../../parts/when.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Where the practice stands, since when, and who may read it. */
export function Particulars({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const { life, lifeSince, lifeReason, reviewBy, reviewDue, version, updatedAt, visibility, topics, keptFrom } =
    practice;
  return (
    <>
      <div className={styles.row}>
        <LifeBadge life={life} />
        {reviewDue && (
          <Badge appearance="tint" color="warning">
            Review due
          </Badge>
        )}
        <Text size={200} className={styles.quiet}>
          since <When at={lifeSince} style="day" /> · version {version}, <When at={updatedAt} />
          {reviewBy && (
            <>
              {' '}
              · to be reviewed by <Day day={reviewBy} />
            </>
          )}
          {life !== 'draft' && ` · ${visibilityNames[visibility]}`}
        </Text>
      </div>
      {lifeReason && (
        <Text dir="auto">
          <em>{lifeReason}</em>
        </Text>
      )}
      {keptFrom && (
        <Text>
          Learned from the question <PlaceLink to={`/questions/${keptFrom.id}`}>{keptFrom.title}</PlaceLink>
        </Text>
      )}
      <Topics topics={topics} />
    </>
  );
}
