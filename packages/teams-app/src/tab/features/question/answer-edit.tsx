import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AnswerView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import type { FormEvent } from 'react';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useEditAnswer } from './edit-answer.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = { readonly questionId: string; readonly answer: AnswerView; readonly onClose: () => void };

/** One's own answer, written anew in its place. */
export default function AnswerEdit({ questionId, answer: { id, text }, onClose }: Props) {
  const styles = useStyles();
  const notices = useNotices();
  const draft = useDraft(`answer-edit.${id}`, text);
  const edit = useEditAnswer(questionId, () => {
    draft.settle();
    notices.done('Saved. The earlier text stays in the history.');
    onClose();
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const next = draft.value.trim();
    if (next === text.trim()) return onClose();
    if (next !== '') edit.mutate({ answerId: id, text: next });
    return undefined;
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(text)} />
      <MarkdownField
        label="Your answer"
        value={draft.value}
        max={questionLimits.answer}
        rows={8}
        onChange={draft.change}
      />
      {edit.isError && <Problem error={edit.error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={edit.isPending || draft.value.trim() === ''}>
          {edit.isPending ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
