import { communityLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Panel } from '../parts/states.tsx';

type Props = { readonly busy: boolean; readonly onSend: (message?: string) => void; readonly onClose: () => void };

/** A request to be admitted, with a word to the coordinators for those who want to say one. */
export function AskToJoin({ busy, onSend, onClose }: Props) {
  const [message, setMessage] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(message.trim() || undefined);
  };
  return (
    <Panel label="Ask to join" onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <TextField
          label="A word to the coordinators"
          hint="For example what brings you here. They decide, and you get the answer in Teams."
          optional
          value={message}
          max={communityLimits.note}
          rows={3}
          onChange={setMessage}
        />
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            Send the request
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}
