import { useId } from 'react';
import { SearchIcon } from './icons.tsx';

type Props = { readonly label: string; readonly value: string; readonly onChange: (words: string) => void };

export function SearchField({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="search">
      <label htmlFor={id} className="hidden">
        {label}
      </label>
      <SearchIcon />
      <input
        id={id}
        type="search"
        className="input"
        placeholder={label}
        value={value}
        maxLength={100}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      />
    </div>
  );
}
