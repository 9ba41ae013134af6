import { type ReactNode, useId } from 'react';
import { Option } from './option.tsx';

type Offered<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly hint?: ReactNode };
type Props<Value extends string> = {
  readonly legend: string;
  readonly value: Value | undefined;
  readonly options: readonly Offered<Value>[];
  readonly onChange: (value: Value) => void;
};

/** One of a few. Native radio buttons, so that arrows, spaces and readers work by themselves. */
export function Choice<Value extends string>({ legend, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <Option
          key={option.value}
          type="radio"
          name={name}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
          title={option.label}
          hint={option.hint}
        />
      ))}
    </fieldset>
  );
}
