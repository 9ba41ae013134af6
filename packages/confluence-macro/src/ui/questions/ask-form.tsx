import type { QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { AskWhere } from './ask-where.tsx';
import { useBeforeWriting } from './before-writing.tsx';
import { Similar } from './similar.tsx';
import { HideName } from './text-form.tsx';

const SHORTEST = 10;

type Props = {
  /** Where it is asked; unset: the viewer chooses among their communities. */
  readonly communityId: string | undefined;
  /** The topic that the macro is about, put to the question as well. */
  readonly topic: string | undefined;
  readonly onAsked: (question: QuestionView) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** Asks one question. Similar ones show beside it, because the fastest answer is one that exists. */
export function AskForm({ communityId: given, topic, onAsked, onOpen, onClose }: Props) {
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const [details, setDetails] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const [checked, setChecked] = useState(false);
  const before = useBeforeWriting();
  const asking = useAction();

  const communityId = given ?? chosen;
  const tooShort = title.trim().length < SHORTEST;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setChecked(true);
    if (tooShort || communityId === undefined) return;
    const question = { communityId, title: title.trim(), details, topics: topic ? [topic] : [], anonymous };
    before.run(question, () => asking.run((key) => api.ask(question, key), onAsked));
  };

  return (
    <Panel label="Ask a question" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {given === undefined && (
          <AskWhere
            chosen={chosen}
            onChoose={setChosen}
            problem={checked && chosen === undefined ? 'Choose a community first.' : undefined}
          />
        )}
        <TextField
          label="Your question"
          hint="One sentence that a colleague understands without knowing your project."
          problem={checked && tooShort ? `Please use at least ${SHORTEST} letters.` : undefined}
          value={title}
          max={questionLimits.title}
          onChange={setTitle}
        />
        <Similar title={title} communityId={communityId} onOpen={onOpen} />
        <TextField
          label="Details"
          hint="What you tried and what happened. Markdown works."
          optional
          value={details}
          max={questionLimits.details}
          rows={4}
          onChange={setDetails}
        />
        <HideName checked={anonymous} onChange={setAnonymous} />
        <ActionFailure failure={asking.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={asking.busy}>
            Ask
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
      {before.prompt}
    </Panel>
  );
}
