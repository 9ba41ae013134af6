import type { AnswerView, QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { dayOf } from '../parts/words.ts';
import { Author } from './author.tsx';
import { useBeforeWriting } from './before-writing.tsx';
import { ReportItem } from './report-item.tsx';
import { TextForm } from './text-form.tsx';

type Props = {
  readonly question: QuestionView;
  /** The answer that they are about; unset: the question itself. */
  readonly answer?: AnswerView;
  readonly onChange: (question: QuestionView) => void;
};

/** Short remarks on a question or an answer, and the way to add one. */
export function Comments({ question, answer, onChange }: Props) {
  const { id, community } = question;
  const { comments, abilities } = answer ?? question;
  const [writing, setWriting] = useState(false);
  const before = useBeforeWriting();
  const sending = useAction();
  const removing = useAction();

  const send = (text: string) => {
    const comment = { text, ...(answer ? { answerId: answer.id } : {}) };
    // Whoever asked or answered without a name comments without one too: the service sees to it.
    const anonymous = (answer ?? question).author.mine && (answer ?? question).author.person === undefined;
    before.run({ communityId: community.id, anonymous }, () =>
      sending.run(
        (key) => api.comment(id, comment, key),
        (now) => {
          setWriting(false);
          onChange(now);
        },
      ),
    );
  };

  if (comments.length === 0 && !abilities.comment) return null;
  return (
    <div className="stack-small">
      {comments.length > 0 && (
        <ul className="voices" aria-label="Comments">
          {comments.map((comment) => (
            <li key={comment.id} className="remark">
              {comment.hidden && <p className="subtle small">Hidden by a steward</p>}
              <Prose text={comment.text} />
              <p className="facts">
                <Author author={comment.author} />
                <span>{dayOf(comment.at)}</span>
                {comment.abilities.remove && (
                  <Button
                    look="subtle"
                    small
                    busy={removing.busy}
                    onClick={() => removing.run(() => api.removeComment(id, comment.id), onChange)}
                  >
                    Remove
                  </Button>
                )}
              </p>
              {comment.abilities.report && (
                <div>
                  <ReportItem subject={{ kind: 'comment', id: comment.id }} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <ActionFailure failure={removing.failure} />
      {abilities.comment && !writing && (
        <div>
          <Button look="subtle" small onClick={() => setWriting(true)}>
            Comment
          </Button>
        </div>
      )}
      {writing && (
        <TextForm
          label="Your comment"
          action="Send"
          rows={2}
          maxLength={questionLimits.comment}
          busy={sending.busy}
          failure={sending.failure}
          onSend={send}
          onClose={() => setWriting(false)}
        />
      )}
      {before.prompt}
    </div>
  );
}
