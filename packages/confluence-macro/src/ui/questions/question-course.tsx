import type { PracticeView, QuestionView } from '@copse/core/contracts';
import { useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { teamsLink } from '../host/host.ts';
import { Button, OutLink } from '../parts/button.tsx';
import { LeafIcon } from '../parts/icons.tsx';
import { ActionFailure } from '../parts/states.tsx';
import { CloseQuestion } from './close-question.tsx';
import { ReportItem } from './report-item.tsx';

type Props = { readonly question: QuestionView; readonly onChange: (question: QuestionView) => void };

/** What becomes of a question: kept as a practice, closed, open again, or shown to the stewards. */
export function QuestionCourse({ question, onChange }: Props) {
  const { id, abilities } = question;
  const [closing, setClosing] = useState(false);
  const [kept, setKept] = useState<PracticeView>();
  const nameFirst = useNameFirst();
  const keeping = useAction();
  const reopening = useAction();

  const keep = () =>
    nameFirst.run(() =>
      keeping.run(
        (key) => api.keepAsPractice(id, key),
        (practice) => {
          setKept(practice);
          void api.question(id).then((answer) => answer.ok && onChange(answer.value));
        },
      ),
    );

  if (!abilities.keepAsPractice && !abilities.close && !abilities.reopen && !abilities.report && !kept) return null;
  return (
    <div className="stack-small">
      <div className="row">
        {abilities.keepAsPractice && !kept && (
          <Button busy={keeping.busy} onClick={keep}>
            <LeafIcon />
            Keep as practice
          </Button>
        )}
        {abilities.close && !closing && (
          <Button look="subtle" onClick={() => setClosing(true)}>
            Close
          </Button>
        )}
        {abilities.reopen && (
          <Button
            look="subtle"
            busy={reopening.busy}
            onClick={() => reopening.run((key) => api.reopenQuestion(id, key), onChange)}
          >
            Open again
          </Button>
        )}
        {abilities.report && <ReportItem subject={{ kind: 'question', id }} />}
      </div>
      {nameFirst.prompt}
      {kept && (
        <p className="notice notice-information" role="status">
          <span>
            <OutLink href={teamsLink('practices', kept.id)}>{kept.title}</OutLink> is a draft now, with credit to
            everyone who spoke by name. Read it over in Teams, then propose it.
          </span>
        </p>
      )}
      {closing && (
        <CloseQuestion
          id={id}
          onClose={() => setClosing(false)}
          onClosed={(now) => {
            setClosing(false);
            onChange(now);
          }}
        />
      )}
      <ActionFailure failure={keeping.failure ?? reopening.failure} />
    </div>
  );
}
