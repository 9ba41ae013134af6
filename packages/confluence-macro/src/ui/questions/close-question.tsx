import type { QuestionView } from '@copse/core/contracts';
import { closeReasons, questionLimits } from '@copse/core/vocabulary';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { ReasonForm } from '../parts/reason-form.tsx';
import { closeReasonNames } from './close-reasons.ts';

type Props = {
  readonly id: string;
  readonly onClosed: (question: QuestionView) => void;
  readonly onClose: () => void;
};

/** Ends the search for answers, with a reason that everyone sees. */
export function CloseQuestion({ id, onClosed, onClose }: Props) {
  const closing = useAction();
  return (
    <ReasonForm
      title="Close the question"
      legend="Why are no more answers needed?"
      reasons={closeReasons}
      names={closeReasonNames}
      usual="no-longer-needed"
      noteLabel="A word about it"
      noteMax={questionLimits.note}
      noteRows={1}
      busy={closing.busy}
      failure={closing.failure}
      onSubmit={(given) => closing.run((key) => api.closeQuestion(id, given, key), onClosed)}
      onClose={onClose}
    />
  );
}
