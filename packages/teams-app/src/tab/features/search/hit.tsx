import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SearchHit } from '@copse/core/contracts';
import { lifeNames, lives, questionStateNames, questionStates } from '@copse/core/vocabulary';
import { count } from '../../lib/plural.ts';
import { kindNames, placeOf, whyFirst } from '../../lib/search-words.ts';
import { shortMoment } from '../../lib/zoned.ts';
import { LifeBadge, QuestionStateBadge } from '../../parts/badges.tsx';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Surface } from '../../parts/grid.tsx';
import { Highlighted } from '../../parts/highlighted.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Topics } from '../../parts/topics.tsx';
import { useSession } from '../../shell/session.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  snippet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One thing that was found, with the passage that holds the words. */
export function Hit({ hit, q }: { hit: SearchHit; q: string }) {
  const styles = useStyles();
  const { kind, markedTitle, snippet, topics, community, state, answerCount, startsAt } = hit;
  const { locale } = useSession().host;
  const zone = useMyZone();
  const questionState = questionStates.find((one) => one === state && one in questionStateNames);
  const life = lives.find((one) => one === state && one in lifeNames);
  return (
    <Surface live>
      <div className={styles.row}>
        <Badge appearance="outline" color="informative">
          {kindNames[kind].one}
        </Badge>
        {questionState && <QuestionStateBadge state={questionState} />}
        {life && <LifeBadge life={life} />}
        <Text size={200} className={styles.quiet}>
          {[
            ...(community ? [community.name] : []),
            ...(answerCount === undefined ? [] : [count(answerCount, 'answer', 'answers')]),
            ...(startsAt === undefined ? [] : [shortMoment(startsAt, locale, zone)]),
          ].join(' · ')}
        </Text>
      </div>
      <h2 className={styles.title} dir="auto">
        <PlaceLink to={placeOf(hit)} whole>
          <Highlighted pieces={markedTitle} />
        </PlaceLink>
      </h2>
      {snippet.length > 0 && (
        <Text className={styles.snippet}>
          <Highlighted pieces={snippet} />
        </Text>
      )}
      <Topics topics={whyFirst(topics, q)} max={5} />
    </Surface>
  );
}
