import { Button, Text } from '@fluentui/react-components';
import type { AnswerSeekerInput, SeekerView } from '@copse/core/contracts';
import { rhythmNames } from '@copse/core/vocabulary';
import { Surface } from '../grid.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { Person } from '../person.tsx';
import { Problem } from '../problem.tsx';
import { Topics } from '../topics.tsx';
import { When } from '../when.tsx';
import { useMentoringStyles } from './leaf-styles.ts';
import { useMentoringAction } from './mentoring-action.ts';

/** Somebody whom the viewer is asked to mentor, with why, and yes or no in place. */
export function Seeker({ seeker }: { seeker: SeekerView }) {
  const styles = useMentoringStyles();
  const notices = useNotices();
  const { requestId, person, community, goal, topics, rhythm, because, until, state, wished } = seeker;
  const answer = useMentoringAction<AnswerSeekerInput>((api, body, idempotencyKey) =>
    api.send('POST', `/mentoring-requests/${requestId}/answer`, { body, idempotencyKey }),
  );
  const say = (accept: boolean) =>
    answer.mutate(
      { accept },
      {
        onSuccess: () =>
          notices.done(
            accept
              ? `${person.name} hears of it. Write to them and choose a first day.`
              : 'Thank you for saying so. The next one is asked.',
          ),
      },
    );
  return (
    <Surface className={styles.card}>
      <Person person={person} note={community.name} />
      {wished && <Text weight="semibold">{person.name} wished for you.</Text>}
      <Text dir="auto">“{goal}”</Text>
      <Topics topics={topics} />
      <Text size={200} className={styles.quiet}>
        {rhythmNames[rhythm]}. {because}
      </Text>
      <Text size={200}>
        {state === 'asked' ? (
          <>
            Please answer <When at={until} />; then somebody else is asked.
          </>
        ) : (
          'The time to answer is over, but nobody else has been found yet: you can still say yes.'
        )}
      </Text>
      {answer.error !== null && <Problem error={answer.error} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={answer.isPending} onClick={() => say(true)}>
          Yes, gladly
        </Button>
        <Button disabledFocusable={answer.isPending} onClick={() => say(false)}>
          Not now
        </Button>
      </div>
    </Surface>
  );
}
