import { practiceLimits } from '@copse/core/vocabulary';
import { TextField } from '../parts/text-field.tsx';

export type Text = { readonly title: string; readonly context: string; readonly body: string };
type Props = { readonly text: Text; readonly checked: boolean; readonly onChange: (text: Text) => void };

/** One text that a person makes of two. */
export function MergedText({ text, checked, onChange }: Props) {
  const area = (field: 'context' | 'body', label: string, rows: number) => (
    <TextField
      label={label}
      hint="Markdown works."
      value={text[field]}
      max={practiceLimits[field]}
      rows={rows}
      onChange={(written) => onChange({ ...text, [field]: written })}
    />
  );
  return (
    <div className="stack">
      <TextField
        label="Title"
        problem={checked && text.title.trim().length < 5 ? 'Please use at least 5 letters.' : undefined}
        value={text.title}
        max={practiceLimits.title}
        onChange={(written) => onChange({ ...text, title: written })}
      />
      {area('context', 'What it is good for', 4)}
      {area('body', 'The practice', 12)}
    </div>
  );
}
