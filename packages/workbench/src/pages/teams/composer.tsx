import { useState } from 'react';
import { Icon } from '../marks.tsx';

interface Props {
  readonly label: string;
  readonly hints?: readonly string[];
  readonly onSend: (text: string) => Promise<unknown>;
  /** Opens the message extension. */
  readonly onSearch?: () => void;
  readonly searching?: boolean;
}

/** Where a person writes. Enter sends; what could not be sent stays. */
export function Composer({ label, hints = [], onSend, onSearch, searching = false }: Props) {
  const [text, setText] = useState('');
  const send = async (written: string) => {
    const words = written.trim();
    if (!words) return;
    setText('');
    const sent = await onSend(words);
    if (sent === undefined) setText((now) => now || words);
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send(text);
      }}
    >
      {hints.length > 0 ? (
        <div className="hints" role="group" aria-label="Commands">
          {hints.map((hint) => (
            <button key={hint} type="button" onClick={() => void send(hint)}>
              {hint}
            </button>
          ))}
        </div>
      ) : null}
      <div className="composer-line">
        <input
          value={text}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        {onSearch ? (
          <button
            type="button"
            className="icon-button"
            aria-label="Put something of Copse into the message"
            aria-expanded={searching}
            onClick={onSearch}
          >
            <Icon name="copse" size={18} />
          </button>
        ) : null}
        <button type="submit" className="icon-button" aria-label="Send" disabled={!text.trim()}>
          <Icon name="send" size={18} />
        </button>
      </div>
    </form>
  );
}
