import { Badge, Button, Checkbox, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { IntroductionView, MeetingInput, SuitingInput } from '@copse/core/contracts';
import { meetingOutcomeNames } from '@copse/core/vocabulary';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { Person } from '../person.tsx';
import { Problem } from '../problem.tsx';
import { When } from '../when.tsx';
import { Surface } from '../grid.tsx';
import { useMentoringStyles } from '../mentoring/leaf-styles.ts';
import { useIntroductionAction } from './introduction-action.ts';
import { KeepApart } from './keep-apart.tsx';

const useStyles = makeStyles({
  opener: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  times: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
  meeting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  clock: { color: tokens.colorNeutralForeground2 },
  suits: { color: tokens.colorNeutralForeground2, marginInlineStart: tokens.spacingHorizontalXXL },
});

/** One introduction: who, what they share, how to begin, when, and how it went. */
export function Introduction({ introduction }: { introduction: IntroductionView }) {
  const card = useMentoringStyles();
  const styles = useStyles();
  const { others, community, at, shared, opener, chat } = introduction;
  return (
    <Surface className={card.card}>
      {others.length === 0 && (
        <Text>Nobody else is in this introduction any more. The next round is a new chance.</Text>
      )}
      {others.map((person, place) => (
        <Person key={person.id ?? place} person={person} />
      ))}
      <Text size={200} className={card.quiet}>
        <bdi>{community.name}</bdi> · <When at={at} style="day" />
      </Text>
      {shared.map((sentence) => (
        <Text key={sentence} dir="auto">
          {sentence}
        </Text>
      ))}
      {others.length > 0 && (
        <div className={styles.opener}>
          <Text size={200} block className={card.quiet}>
            A question to begin with
          </Text>
          <Text dir="auto">“{opener}”</Text>
        </div>
      )}
      <Times introduction={introduction} />
      <Meeting introduction={introduction} />
      <div className={card.buttons}>
        {chat.length > 0 && (
          <Link
            href={`https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(chat.join(','))}`}
            target="_blank"
          >
            Write to them in Teams
          </Link>
        )}
        {others.map((person) => person.id && <KeepApart key={person.id} id={person.id} name={person.name} again />)}
      </div>
    </Surface>
  );
}

function Times({ introduction: { id, times, agreed, timeZone, abilities } }: { introduction: IntroductionView }) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const suit = useIntroductionAction<SuitingInput>((api, body, idempotencyKey) =>
    api.send('PUT', `/introductions/${id}/times`, { body, idempotencyKey }),
  );
  if (times.length === 0) {
    return abilities.tell ? (
      <Text>You share no working hours in these days: write to each other and find a time.</Text>
    ) : null;
  }
  const saved = times.flatMap((time, place) => (time.mine ? [place] : []));
  // A tick shows at once, and goes again where it could not be saved.
  const mine = suit.isPending ? suit.variables.suits : saved;
  return (
    <fieldset className={styles.times}>
      <Text as="span" weight="semibold">
        When can you come?
      </Text>
      <Text size={200} className={styles.clock}>
        By your clock ({zoneName(timeZone)})
      </Text>
      {agreed && (
        <div>
          <Badge appearance="tint" color="success">
            You all can come: {shortMoment(agreed, locale, timeZone)}
          </Badge>
        </div>
      )}
      {times.map((time, place) => (
        <div key={time.at}>
          <Checkbox
            checked={mine.includes(place)}
            disabled={!abilities.suit || suit.isPending}
            label={shortMoment(time.at, locale, timeZone)}
            onChange={(_, { checked }) =>
              suit.mutate({ suits: checked === true ? [...mine, place] : mine.filter((one) => one !== place) })
            }
          />
          {time.suits.length > 0 && (
            <Text block size={200} className={styles.suits} dir="auto">
              {time.suits.map(({ name }) => name).join(', ')}
            </Text>
          )}
        </div>
      ))}
      {suit.error !== null && <Problem error={suit.error} />}
    </fieldset>
  );
}

function Meeting({ introduction: { id, mine, abilities } }: { introduction: IntroductionView }) {
  const card = useMentoringStyles();
  const styles = useStyles();
  const tell = useIntroductionAction<MeetingInput>((api, body, idempotencyKey) =>
    api.send('PUT', `/introductions/${id}/meeting`, { body, idempotencyKey }),
  );
  const choices: readonly (readonly [string, MeetingInput])[] = [
    ['Met, useful', { met: 'met', useful: true }],
    ['Met, not useful', { met: 'met', useful: false }],
    [meetingOutcomeNames.planned, { met: 'planned' }],
    [meetingOutcomeNames['not-met'], { met: 'not-met' }],
  ];
  if (!abilities.tell) return mine.met ? <Text>{meetingOutcomeNames[mine.met]}</Text> : null;
  return (
    <div role="group" aria-label="Have you met?" className={styles.meeting}>
      <Text block weight="semibold">
        Have you met?
      </Text>
      <Text block size={200} className={card.quiet}>
        Nobody sees what you say. It counts among five or more only.
      </Text>
      <div className={card.buttons}>
        {choices.map(([title, input]) => {
          const chosen = mine.met === input.met && mine.useful === input.useful;
          return (
            <Button
              key={title}
              size="small"
              appearance={chosen ? 'primary' : 'secondary'}
              aria-pressed={chosen}
              disabledFocusable={tell.isPending}
              onClick={() => tell.mutate(input)}
            >
              {title}
            </Button>
          );
        })}
      </div>
      {tell.error !== null && <Problem error={tell.error} />}
    </div>
  );
}
