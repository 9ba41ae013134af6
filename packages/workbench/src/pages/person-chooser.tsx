import { useEffect, useId, useRef, useState } from 'react';
import { Avatar } from './avatar.tsx';
import type { ShownPerson } from './host-server.ts';
import { Icon } from './marks.tsx';

interface Props {
  readonly people: readonly ShownPerson[];
  readonly chosen: ShownPerson;
  readonly onChoose: (person: ShownPerson) => void;
}

/** Who sits in front of this window. A list that opens below the nameplate, by mouse or keyboard. */
export function PersonChooser({ people, chosen, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useId();

  useEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    // A click into a frame does not reach this document; losing the focus does.
    const blur = () => setOpen(false);
    document.addEventListener('pointerdown', away);
    window.addEventListener('blur', blur);
    return () => {
      document.removeEventListener('pointerdown', away);
      window.removeEventListener('blur', blur);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('.nameplate')?.focus();
  };
  const move = (step: number) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div className="chooser" ref={root}>
      <button
        type="button"
        className="nameplate"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        onClick={() => setOpen(!open)}
      >
        <Avatar person={chosen} size={36} />
        <span className="nameplate-text">
          <span className="nameplate-name">{chosen.name}</span>
          <span className="nameplate-part">{chosen.part}</span>
        </span>
        <Icon name="down" size={16} />
      </button>
      {open ? (
        <div
          className="chooser-list"
          role="menu"
          id={list}
          tabIndex={-1}
          aria-label="Choose a person"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
            if (event.key === 'ArrowDown') move(1);
            if (event.key === 'ArrowUp') move(-1);
            if (event.key.startsWith('Arrow')) event.preventDefault();
          }}
        >
          {people.map((person) => (
            <button
              key={person.key}
              type="button"
              role="menuitemradio"
              aria-checked={person.key === chosen.key}
              onClick={() => {
                onChoose(person);
                close();
              }}
            >
              <Avatar person={person} size={36} />
              <span>
                <strong>{person.name}</strong> <em>{person.part}</em>
                <small>{person.about}</small>
              </span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
