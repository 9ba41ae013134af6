import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { questionLimits } from '@copse/core/vocabulary';
import type { FormEvent } from 'react';
import { useAgreement } from '../../parts/conduct/agreement.ts';
import { ConductNotice } from '../../parts/conduct/conduct-notice.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useCommentOn } from './comment-on.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly questionId: string;
  readonly communityId: string;
  readonly about: { readonly what: string; readonly answerId?: string };
  readonly onClose: () => void;
};

/** A remark. Whoever asked or answered without their name comments without it too. */
export default function CommentForm({ questionId, communityId, about: { what, answerId }, onClose }: Props) {
  const styles = useStyles();
  const draft = useDraft(`comment.${answerId ?? questionId}`, '');
  const agreement = useAgreement(communityId);
  const comment = useCommentOn(questionId, () => {
    draft.settle();
    onClose();
  });
  const started = draft.value.trim() !== '';
  const busy = comment.isPending || agreement.busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!started || busy || !agreement.ready) return;
    agreement.agreeAndThen(() => comment.mutate({ text: draft.value.trim(), ...(answerId ? { answerId } : {}) }));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={`Your comment on ${what}`}
        hint="Ask back or add a remark. Whoever asked or answered here without their name comments without it too."
      >
        <Textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody has just asked for it
          autoFocus
          value={draft.value}
          maxLength={questionLimits.comment}
          resize="vertical"
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => draft.change(value)}
        />
      </Field>
      <ConductNotice agreement={agreement} />
      {comment.isError && <Problem error={comment.error} />}
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={busy || !started || !agreement.ready}
        >
          {busy ? 'One moment…' : 'Comment'}
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
