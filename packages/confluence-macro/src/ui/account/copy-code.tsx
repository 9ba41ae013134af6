import type { LinkCodeView } from '@copse/core/contracts';
import { useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';

/** A code to type in Teams, large enough to read across a desk, copied in one click. */
export function CopyCode({ code: { code, expiresAt } }: { code: LinkCodeView }) {
  const [copied, setCopied] = useState(false);
  const words = useRef<HTMLElement>(null);
  const until = new Date(expiresAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  const copy = () => {
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      // Some frames may not write to the clipboard: select the words, so that one key copies them.
      () => words.current && getSelection()?.selectAllChildren(words.current),
    );
  };

  return (
    <div className="stack-small">
      <p>
        In Teams, open <strong>Copse → Me</strong> and enter this code, or tell the Copse bot: link and the code.
      </p>
      <p className="code-shown">
        <code ref={words}>{code}</code>
        <Button look="subtle" small onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </p>
      <p className="subtle">Works once, until {until}.</p>
    </div>
  );
}
