import type { AnswerView, QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { DoneIcon, ThumbIcon } from '../parts/icons.tsx';
import { Lozenge } from '../parts/lozenge.tsx';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { counted, dayOf } from '../parts/words.ts';
import { Author } from './author.tsx';
import { Comments } from './comments.tsx';
import { ReportItem } from './report-item.tsx';
import { TextForm } from './text-form.tsx';

type Props = { readonly question: QuestionView; readonly onChange: (question: QuestionView) => void };

/** Every answer, the accepted one first, as the service orders them. */
export function Answers({ question, onChange }: Props) {
  const { answers } = question;
  return (
    <section aria-label="Answers" className="stack-small">
      <h3 className="section">{answers.length === 0 ? 'No answer yet' : counted(answers.length, 'answer')}</h3>
      {answers.length > 0 && (
        <ul className="voices">
          {answers.map((answer) => (
            <Answer key={answer.id} question={question} answer={answer} onChange={onChange} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Answer({ question, answer, onChange }: Props & { readonly answer: AnswerView }) {
  const [editing, setEditing] = useState(false);
  const saving = useAction();
  const save = (text: string) =>
    saving.run(
      () => api.editAnswer(question.id, answer.id, text),
      (now) => {
        setEditing(false);
        onChange(now);
      },
    );

  return (
    <li className={answer.accepted ? 'voice voice-accepted' : 'voice'}>
      {answer.accepted && (
        <p className="title-line">
          <DoneIcon />
          <Lozenge tone="success" title="The asker says that this solved it">
            Accepted
          </Lozenge>
        </p>
      )}
      {answer.hidden && <p className="subtle small">Hidden by a steward</p>}
      {editing ? (
        <TextForm
          label="Your answer"
          action="Save"
          rows={6}
          maxLength={questionLimits.answer}
          initial={answer.text}
          withPreview
          busy={saving.busy}
          failure={saving.failure}
          onSend={save}
          onClose={() => setEditing(false)}
        />
      ) : (
        <Prose text={answer.text} />
      )}
      <p className="facts">
        <Author author={answer.author} />
        <span>{dayOf(answer.at)}</span>
        {answer.editedAt && <span>edited</span>}
        {answer.helpedCount > 0 && <span>helped {counted(answer.helpedCount, 'person', 'people')}</span>}
      </p>
      <AnswerActions question={question} answer={answer} onChange={onChange} onEdit={() => setEditing(true)} />
      <Comments question={question} answer={answer} onChange={onChange} />
    </li>
  );
}

type ActionProps = Props & { readonly answer: AnswerView; readonly onEdit: () => void };

function AnswerActions({ question: { id }, answer, onChange, onEdit }: ActionProps) {
  const { abilities, helpedMe } = answer;
  const accepting = useAction();
  const helping = useAction();
  const { accept, takeBackAcceptance, helped, edit, report } = abilities;
  if (!accept && !takeBackAcceptance && !helped && !edit && !report) return null;

  const accepted = (is: boolean) => accepting.run(() => api.acceptAnswer(id, answer.id, is), onChange);
  return (
    <div className="stack-small">
      <div className="row">
        {accept && (
          <Button small busy={accepting.busy} onClick={() => accepted(true)}>
            <DoneIcon />
            This solved it
          </Button>
        )}
        {takeBackAcceptance && (
          <Button look="subtle" small busy={accepting.busy} onClick={() => accepted(false)}>
            Not solved after all
          </Button>
        )}
        {helped && (
          <Button
            small
            busy={helping.busy}
            aria-pressed={helpedMe}
            onClick={() => helping.run(() => api.markHelped(id, answer.id, !helpedMe), onChange)}
          >
            <ThumbIcon />
            This helped me
          </Button>
        )}
        {edit && (
          <Button look="subtle" small onClick={onEdit}>
            Edit
          </Button>
        )}
        {report && <ReportItem subject={{ kind: 'answer', id: answer.id }} />}
      </div>
      <ActionFailure failure={accepting.failure ?? helping.failure} />
    </div>
  );
}
