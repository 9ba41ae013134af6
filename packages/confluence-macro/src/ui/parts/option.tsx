import type { ReactNode } from 'react';

type Props = {
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly boxed?: boolean;
};

/** A native radio button or checkbox with its words; the whole line can be clicked. */
export const Option = ({ type, name, checked, onChange, title, hint, boxed = false }: Props) => (
  <label className={boxed ? 'option option-boxed' : 'option'}>
    <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span className="option-words">
      <span className={boxed ? 'option-title' : ''}>{title}</span>
      {hint && <span className="subtle small">{hint}</span>}
    </span>
  </label>
);
