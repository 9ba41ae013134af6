import { type FormEvent, useState } from 'react';
import type { Failure } from '../api/response.ts';
import { explain } from '../api/explain.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly onCode: (code: string) => void;
};

/** Takes a one-time code of 8 characters, however it is typed. What was typed stays when it was wrong. */
export function CodeField({ label, hint, action, busy, failure, onCode }: Props) {
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    const letters = code.replaceAll(/[^\p{L}\p{N}]/gu, '');
    setShort(letters.length !== 8);
    if (letters.length === 8) onCode(code.trim());
  };

  const refused = failure ? Object.values(explain(failure)).join(' ') : undefined;
  const problem = short ? 'A code has 8 letters and digits, such as ABCD-2345.' : refused;
  return (
    <form className="code-form" onSubmit={submit} noValidate>
      <Field label={label} hint={hint} problem={problem}>
        {(wiring) => (
          <div className="row">
            <input
              {...wiring}
              className="input input-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              placeholder="ABCD-2345"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={20}
            />
            <Button type="submit" look="primary" busy={busy}>
              {action}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
