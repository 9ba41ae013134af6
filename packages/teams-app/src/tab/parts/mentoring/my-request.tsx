import { Button, Text } from '@fluentui/react-components';
import type { MentoringRequestView } from '@copse/core/contracts';
import { Surface } from '../grid.tsx';
import { count } from '../../lib/plural.ts';
import { Problem } from '../problem.tsx';
import { Topics } from '../topics.tsx';
import { When } from '../when.tsx';
import { useMentoringStyles } from './leaf-styles.ts';
import { useMentoringAction } from './mentoring-action.ts';

/** A request of the viewer's that is under way: how it stands, honestly, and how to stop it. */
export function MyRequest({
  request: { id, community, goal, topics, state, askedCount, until },
}: {
  request: MentoringRequestView;
}) {
  const styles = useMentoringStyles();
  const withdraw = useMentoringAction((api, _none: void, idempotencyKey) =>
    api.send('DELETE', `/mentoring-requests/${id}`, { idempotencyKey }),
  );
  return (
    <Surface className={styles.card}>
      <Text weight="semibold">You look for a mentor in {community.name}</Text>
      <Text dir="auto">“{goal}”</Text>
      <Topics topics={topics} />
      <Text size={200} className={styles.quiet}>
        {state === 'asked' ? (
          <>A mentor is asked and answers {until ? <When at={until} /> : 'soon'} at the latest.</>
        ) : askedCount === 0 ? (
          'Nobody who suits has room just now. As soon as somebody has, they are asked.'
        ) : (
          `${count(askedCount, 'mentor was', 'mentors were')} asked and could not. The next one who suits is asked as soon as there is one.`
        )}
      </Text>
      {withdraw.error !== null && <Problem error={withdraw.error} />}
      <div className={styles.buttons}>
        <Button disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Look no longer
        </Button>
      </div>
    </Surface>
  );
}
