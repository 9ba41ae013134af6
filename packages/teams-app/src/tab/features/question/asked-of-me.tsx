import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConsultationView, QuestionView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Surface } from '../../parts/grid.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useDeclineQuestion } from './decline-question.ts';

const PassDialog = lazy(() => import(/* webpackChunkName: "question-dialogs" */ './pass-dialog.tsx'));
const SnoozeDialog = lazy(() => import(/* webpackChunkName: "question-dialogs" */ './snooze-dialog.tsx'));

const useStyles = makeStyles({
  box: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Mine = NonNullable<ConsultationView['mine']>;
type Props = { readonly question: QuestionView; readonly mine: Mine; readonly onAnswer: () => void };

/** What somebody who was asked can do about it: answer, pass it on, say “not me”, have peace from a topic. */
export function AskedOfMe({ question, mine, onAnswer }: Props) {
  const styles = useStyles();
  const notices = useNotices();
  const [open, setOpen] = useState<'pass' | 'snooze'>();
  const decline = useDeclineQuestion(question.id, () =>
    notices.done('All right. Others are asked, and nobody is told who said no.'),
  );
  const { because, abilities } = mine;
  const own = question.author.mine;
  const onClose = () => setOpen(undefined);
  if (!abilities.pass && !abilities.decline) return null;
  return (
    <Surface className={styles.box}>
      <Section beside title={own ? 'You are asked as well' : 'Can you help with this?'}>
        <Text dir="auto">
          {own
            ? 'You are one of those who know about it. Had you been left out, others could tell that the question is yours. Say “Not me”, and the next one is asked.'
            : because}
        </Text>
        <div className={styles.buttons}>
          {!own && question.abilities.answer && (
            <Button appearance="primary" onClick={onAnswer}>
              Answer
            </Button>
          )}
          {abilities.pass && <Button onClick={() => setOpen('pass')}>Pass it on…</Button>}
          {abilities.decline && (
            <Button
              disabledFocusable={decline.isPending}
              onClick={() =>
                decline.mutate(undefined, { onError: (error) => notices.failed(error, 'You are still asked') })
              }
            >
              Not me
            </Button>
          )}
          {question.topics.length > 0 && (
            <Button appearance="subtle" onClick={() => setOpen('snooze')}>
              Let a topic rest…
            </Button>
          )}
        </div>
        <Suspense>
          {open === 'pass' && <PassDialog question={question} onClose={onClose} />}
          {open === 'snooze' && <SnoozeDialog topics={question.topics} onClose={onClose} />}
        </Suspense>
      </Section>
    </Surface>
  );
}
