import type { CommunityView, OfferView } from '@copse/core/contracts';
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

type Props = {
  readonly community: CommunityView;
  /** Who is wished for; without one, whoever suits best is asked first. */
  readonly mentor: OfferView | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Looks for a mentor, or asks one, without leaving the page. */
export function LookForMentor({ community, mentor, onDone, onClose }: Props) {
  const { id } = community;
  const suggested = mentor?.topics ?? community.topics;
  const does = mentor ? `Ask ${mentor.person.name}` : 'Look for a mentor';
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
    const wish = mentor?.person.id ? { mentorId: mentor.person.id, rhythm: mentor.rhythm } : {};
    named.run(() =>
      sending.run((key) => api.requestMentor(id, { goal: goal.trim(), topics: wanted, ...wish }, key), onDone),
    );
  };

  return (
    <Panel label={does} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="subtle">
          {mentor
            ? `${mentor.person.name} is asked first, as long as a topic and an hour of work are common to you and you are not of one team. If they cannot, whoever suits next is asked.`
            : 'One mentor at a time is asked.'}{' '}
          Each has {MENTOR_HAS_DAYS} days to answer. Only they read what you write.
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
            {does}
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
