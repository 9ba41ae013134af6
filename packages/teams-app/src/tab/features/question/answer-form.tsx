import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { questionLimits } from '@copse/core/vocabulary';
import type { FormEvent } from 'react';
import { fieldMessage } from '../../lib/say.ts';
import { AnonymousSwitch } from '../../parts/anonymous-switch.tsx';
import { useAgreement } from '../../parts/conduct/agreement.ts';
import { ConductNotice } from '../../parts/conduct/conduct-notice.tsx';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useAnswerQuestion } from './answer-question.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly questionId: string;
  readonly communityId: string;
  /** Whoever asked without their name starts without it here too; their name below would give them away. */
  readonly anonymously: boolean;
};

/** Answers in place. What is typed is kept until it is sent. */
export default function AnswerForm({ questionId, communityId, anonymously }: Props) {
  const empty = { text: '', anonymous: anonymously };
  const styles = useStyles();
  const notices = useNotices();
  const draft = useDraft(`answer.${questionId}`, empty);
  const agreement = useAgreement(communityId);
  const answer = useAnswerQuestion(questionId, () => {
    draft.discard(empty);
    notices.done('Thank you. Your answer is there.');
  });
  const { text, anonymous } = draft.value;
  const started = text.trim() !== '';
  const busy = answer.isPending || agreement.busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (started && agreement.ready && !busy)
      agreement.agreeAndThen(() => answer.mutate({ text: text.trim(), anonymous }));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(empty)} />
      <MarkdownField
        label="What do you know about it?"
        value={text}
        max={questionLimits.answer}
        rows={6}
        problem={fieldMessage(answer.error, 'text')}
        onChange={(next) => draft.change({ text: next, anonymous })}
      />
      <AnonymousSwitch
        what="answer"
        asker={anonymously}
        communityId={communityId}
        checked={anonymous}
        onChange={(next) => draft.change({ text, anonymous: next })}
      />
      <ConductNotice agreement={agreement} />
      {answer.isError && <Problem error={answer.error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !started || !agreement.ready}>
          {busy ? 'One moment…' : anonymous ? 'Answer without my name' : 'Answer'}
        </Button>
        {started && !agreement.ready && <Text size={200}>Say yes to the code of conduct first.</Text>}
      </div>
    </form>
  );
}
