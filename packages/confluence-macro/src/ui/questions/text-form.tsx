import { type FormEvent, useState } from 'react';
import type { Failure } from '../api/response.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { focusFirstProblem } from '../parts/focus-problem.ts';
import { Option } from '../parts/option.tsx';
import { Prose } from '../parts/prose.tsx';
import { ActionFailure } from '../parts/states.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly action: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly initial?: string;
  /** Offers to write without a name. */
  readonly mayHideName?: boolean;
  /** Shows how the Markdown will look. */
  readonly withPreview?: boolean;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly onSend: (text: string, anonymous: boolean) => void;
  readonly onClose: () => void;
};

/** One text in Markdown: an answer, a comment, an edit. What was typed stays until it is sent. */
export function TextForm(props: Props) {
  const { label, action, rows, maxLength, mayHideName = false, withPreview = false, onSend, onClose } = props;
  const [text, setText] = useState(props.initial ?? '');
  const [anonymous, setAnonymous] = useState(false);
  const [preview, setPreview] = useState(false);
  const [checked, setChecked] = useState(false);

  const nothing = text.trim() === '';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusFirstProblem(event.currentTarget);
    setChecked(true);
    if (!nothing) onSend(text.trim(), anonymous);
  };

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={label}
        {...(props.hint ? { hint: props.hint } : {})}
        problem={checked && nothing ? 'Write something first.' : undefined}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            dir="auto"
            rows={rows}
            value={text}
            maxLength={maxLength}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      {preview && !nothing && (
        <section className="voice" aria-label="Preview">
          <Prose text={text} />
        </section>
      )}
      {mayHideName && <HideName checked={anonymous} onChange={setAnonymous} />}
      <ActionFailure failure={props.failure} />
      <div className="row">
        <Button type="submit" look="primary" busy={props.busy}>
          {action}
        </Button>
        {withPreview && (
          <Button aria-pressed={preview} onClick={() => setPreview(!preview)}>
            Preview
          </Button>
        )}
        <Button look="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

export const HideName = (props: { readonly checked: boolean; readonly onChange: (hidden: boolean) => void }) => (
  <Option
    type="checkbox"
    {...props}
    title="Hide my name"
    hint="You still get the answers. At most, two stewards together can find out who it was, for a reason that you are told."
  />
);
