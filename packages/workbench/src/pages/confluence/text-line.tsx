import { useLayoutEffect, useRef } from 'react';
import type { TextBlock } from './site.ts';

interface Props {
  readonly line: TextBlock;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
  readonly onRemove: () => void;
  /** Whether the pasted link became something else. */
  readonly onPasteLink: (link: string) => boolean;
}

/** One paragraph or heading of the page being edited; it grows with its text. */
export function TextLine({ line, onText, onEnter, onRemove, onPasteLink }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [line.text]);

  return (
    <textarea
      ref={field}
      rows={1}
      className={line.kind === 'heading' ? 'line line-heading' : 'line'}
      aria-label={line.kind === 'heading' ? 'Heading' : 'Paragraph'}
      value={line.text}
      placeholder={line.kind === 'heading' ? 'Heading' : 'Write, or type / to insert'}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.shiftKey && !line.text.startsWith('/')) {
          event.preventDefault();
          onEnter();
        }
        if (event.key === 'Backspace' && line.text === '') {
          event.preventDefault();
          onRemove();
        }
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').trim();
        if (line.text === '' && onPasteLink(pasted)) event.preventDefault();
      }}
    />
  );
}
