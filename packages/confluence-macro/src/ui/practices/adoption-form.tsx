import type { RecordAdoptionInput } from '@copse/core/contracts';
import { type AdoptionOutcome, adoptionOutcomes, practiceLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../api/response.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { ActionFailure, Panel } from '../parts/states.tsx';
import { outcomeWords } from './adoptions.tsx';

type Props = {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Before a practice is endorsed nobody works by it yet, but anyone may have tried it. */
  readonly onlyTried: boolean;
  readonly onSend: (adoption: RecordAdoptionInput) => void;
  readonly onClose: () => void;
};

/** «We use this» or «we tried it: this happened». What was typed stays until it is sent. */
export function AdoptionForm({ busy, failure, onlyTried, onSend, onClose }: Props) {
  const [kind, setKind] = useState<'uses' | 'tried'>(onlyTried ? 'tried' : 'uses');
  const [team, setTeam] = useState('');
  const [outcome, setOutcome] = useState<AdoptionOutcome>();
  const [story, setStory] = useState('');
  const [checked, setChecked] = useState(false);

  const noTeam = team.trim() === '';
  const noOutcome = kind === 'tried' && outcome === undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setChecked(true);
    if (noTeam || noOutcome) return;
    onSend({
      kind,
      team: team.trim(),
      ...(outcome === undefined ? {} : { outcome }),
      ...(story.trim() === '' ? {} : { story: story.trim() }),
    });
  };

  return (
    <Panel label={onlyTried ? 'We tried this' : 'We use this'} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {!onlyTried && (
          <Choice
            legend="What do you want to say?"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'uses', label: 'We use this' },
              { value: 'tried', label: 'We tried it' },
            ]}
          />
        )}
        <TextField
          label="Your team"
          problem={checked && noTeam ? 'Please name the team that works this way.' : undefined}
          value={team}
          max={practiceLimits.team}
          onChange={setTeam}
        />
        <Field
          label="What happened?"
          optional={kind === 'uses'}
          problem={checked && noOutcome ? 'Please say what happened when you tried it.' : undefined}
        >
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              dir="auto"
              value={outcome ?? ''}
              onChange={(event) => setOutcome(adoptionOutcomes.find((word) => word === event.target.value))}
            >
              <option value="">Choose…</option>
              {adoptionOutcomes.map((word) => (
                <option key={word} value={word}>
                  {outcomeWords[word]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label="Tell others"
          hint="What was different before and after? What would you tell the next team?"
          optional
          value={story}
          max={practiceLimits.story}
          rows={3}
          onChange={setStory}
        />
        <ActionFailure failure={failure} />
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            Send
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
