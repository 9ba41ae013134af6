import { useEffect, useMemo, useState } from 'react';
import { CopseMark, Icon } from '../marks.tsx';
import type { ForgeModule } from './site.ts';

interface Props {
  readonly words: string;
  readonly modules: readonly ForgeModule[];
  readonly onPick: (module: ForgeModule) => void;
  readonly onHeading: () => void;
  readonly onCancel: () => void;
}

const fits = (module: ForgeModule, words: string) => {
  const text = `copse ${module.title} ${module.description}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** What is called so comes before what only speaks of it; the shortest name first, which is the whole of it. */
const byTitle = (words: string) => {
  const typed = words.toLowerCase().replace(/^copse\s*/, '');
  const place = ({ title }: ForgeModule) => (title.toLowerCase().startsWith(typed) ? 0 : 1);
  return (a: ForgeModule, b: ForgeModule) =>
    place(a) - place(b) || (place(a) === 0 ? a.title.length - b.title.length : 0);
};

/** The menu that «/» opens: searches title and description of the app's macros, as Confluence's does. */
export function InsertMenu({ words, modules, onPick, onHeading, onCancel }: Props) {
  const [at, setAt] = useState(0);
  const macros = useMemo(
    () => modules.filter((module) => module.type === 'macro' && fits(module, words)).toSorted(byTitle(words)),
    [modules, words],
  );
  const withHeading = 'heading'.startsWith(words.toLowerCase());
  const count = macros.length + (withHeading ? 1 : 0);
  const chosen = Math.min(at, Math.max(0, count - 1));

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, count));
      else if (event.key === 'ArrowUp') setAt((chosen + count - 1) % Math.max(1, count));
      else if (event.key === 'Escape') onCancel();
      else if (event.key === 'Enter' && count > 0) {
        const module = macros[chosen];
        if (module) onPick(module);
        else onHeading();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  });

  return (
    <div className="insert-menu" role="listbox" aria-label="Insert">
      {macros.map((module, index) => (
        <button
          key={module.key}
          type="button"
          role="option"
          aria-selected={index === chosen}
          onMouseEnter={() => setAt(index)}
          onClick={() => onPick(module)}
        >
          <CopseMark />
          <span>
            <strong>{module.title}</strong>
            <small>{module.description}</small>
          </span>
        </button>
      ))}
      {withHeading ? (
        <button type="button" role="option" aria-selected={chosen === macros.length} onClick={onHeading}>
          <span className="insert-sign">
            <Icon name="pencil" size={18} />
          </span>
          <span>
            <strong>Heading</strong>
            <small>A new part of the page</small>
          </span>
        </button>
      ) : null}
      {count === 0 ? <p>Nothing fits “{words}”. Try /copse.</p> : null}
    </div>
  );
}
