import type { InputHTMLAttributes } from 'react';
import { Field } from './field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  /** Lines to write in; left out it is a field of one line. */
  readonly rows?: number;
  readonly autoComplete?: InputHTMLAttributes<HTMLInputElement>['autoComplete'];
};

/** A labelled field for words, in whatever direction they are written. */
export function TextField({ value, max, onChange, rows, autoComplete, ...field }: Props) {
  const written = { className: 'input', dir: 'auto', value, maxLength: max };
  return (
    <Field {...field}>
      {(wiring) =>
        rows === undefined ? (
          <input
            {...wiring}
            {...written}
            {...(autoComplete ? { autoComplete } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea {...wiring} {...written} rows={rows} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
