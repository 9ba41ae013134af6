import type { CommunityView } from '@copse/core/contracts';
import { MENTOR_HAS_DAYS, mentoringLimits as limits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { ActionFailure, Panel } from '../parts/states.tsx';

const SHORTEST = 10;

type Props = { readonly community: CommunityView; readonly onDone: () => void; readonly onClose: () => void };

/** Looks for a mentor without leaving the page. */
export function LookForMentor({ community: { id, topics: suggested }, onDone, onClose }: Props) {
  const [goal, setGoal] = useState('');
  const [topics, setTopics] = useState(suggested.slice(0, limits.topics).join(', '));
  const [checked, setChecked] = useState(false);
  const named = useNameFirst();
  const sending = useAction();

  const wanted = topics
    .split(',')
    .map((topic) => topic.trim())
    .filter(Boolean)
    .slice(0, limits.topics);
  const tooShort = goal.trim().length < SHORTEST;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setChecked(true);
    if (tooShort || wanted.length === 0) return;
    named.run(() => sending.run((key) => api.requestMentor(id, { goal: goal.trim(), topics: wanted }, key), onDone));
  };

  return (
    <Panel label="Look for a mentor" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="subtle">
          One mentor at a time is asked and has {MENTOR_HAS_DAYS} days to answer. Only they read what you write.
        </p>
        <TextField
          label="What would you like to be able to do?"
          problem={checked && tooShort ? `Please use at least ${SHORTEST} letters.` : undefined}
          value={goal}
          max={limits.goal}
          rows={3}
          onChange={setGoal}
        />
        <TextField
          label="Topics"
          hint={`Separated by commas, ${limits.topics} at most.`}
          problem={checked && wanted.length === 0 ? 'Name at least one topic.' : undefined}
          value={topics}
          max={400}
          onChange={setTopics}
        />
        <ActionFailure failure={sending.failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={sending.busy}>
            Look for a mentor
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
      {named.prompt}
    </Panel>
  );
}
