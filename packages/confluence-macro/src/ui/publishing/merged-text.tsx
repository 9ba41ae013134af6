import { practiceLimits } from '@copse/core/vocabulary';
import { Field } from '../parts/field.tsx';

export type Text = { readonly title: string; readonly context: string; readonly body: string };
type Props = { readonly text: Text; readonly checked: boolean; readonly onChange: (text: Text) => void };

/** One text that a person makes of two. */
export function MergedText({ text, checked, onChange }: Props) {
  const area = (field: 'context' | 'body', label: string, rows: number) => (
    <Field label={label} hint="Markdown works.">
      {(wiring) => (
        <textarea
          {...wiring}
          className="input"
          dir="auto"
          rows={rows}
          value={text[field]}
          maxLength={practiceLimits[field]}
          onChange={(event) => onChange({ ...text, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="stack">
      <Field
        label="Title"
        problem={checked && text.title.trim().length < 5 ? 'Please use at least 5 letters.' : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            dir="auto"
            value={text.title}
            maxLength={practiceLimits.title}
            onChange={(event) => onChange({ ...text, title: event.target.value })}
          />
        )}
      </Field>
      {area('context', 'What it is good for', 4)}
      {area('body', 'The practice', 12)}
    </div>
  );
}
