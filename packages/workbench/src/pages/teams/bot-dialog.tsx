import { useState } from 'react';
import type { Look } from '../address.ts';
import { Dialog } from '../dialog.tsx';
import { Card } from './card.tsx';
import type { CardPress, InvokeAnswer, InvokedFrom } from './conversation.ts';

interface Open {
  readonly title: string;
  readonly card?: unknown;
  readonly said?: string;
  /** How what is typed in it is sent. */
  readonly send: (data: unknown) => Promise<InvokeAnswer | undefined>;
}

interface Props {
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
  readonly invoke: (name: string, value: unknown, from?: InvokedFrom) => Promise<InvokeAnswer | undefined>;
  readonly press: (messageId: string, press: CardPress) => Promise<unknown>;
  /** A card that the extension puts into the message which is being written. */
  readonly onCompose: (card: unknown) => void;
}

const opensDialog = ({ type, data }: CardPress) =>
  type === 'Action.Submit' && (data as { msteams?: { type?: string } } | undefined)?.msteams?.type === 'task/fetch';

/** The dialogs that the bot holds: opened from a card, or by an action of the message extension. */
export function useBotDialog({ look, onLink, invoke, press, onCompose }: Props) {
  const [open, setOpen] = useState<Open>();

  const follow = (answer: InvokeAnswer | undefined, send: Open['send']) => {
    const card = answer?.composeExtension?.attachments?.[0]?.content;
    if (card) onCompose(card);
    const value = answer?.task?.value;
    if (typeof value === 'string') setOpen({ title: 'Copse', said: value, send });
    else setOpen(value && { title: value.title ?? 'Copse', card: value.card?.content, send });
  };

  const openFromCard = async (messageId: string, data: unknown) => {
    const send = (typed: unknown) => invoke('task/submit', { data: typed }, { messageId });
    follow(await invoke('task/fetch', { data }, { messageId }), send);
  };
  const openAction = async (commandId: string, given: Readonly<Record<string, unknown>>, from: InvokedFrom = {}) => {
    const send = (data: unknown) => invoke('composeExtension/submitAction', { commandId, ...given, data }, from);
    follow(await invoke('composeExtension/fetchTask', { commandId, ...given }, from), send);
  };

  const dialog = open ? (
    <Dialog title={open.title} wide onClose={() => setOpen(undefined)}>
      <div className="bot-dialog">
        {open.said ? <p>{open.said}</p> : null}
        {open.card ? (
          <Card
            content={open.card}
            look={look}
            onLink={onLink}
            onPress={async ({ data }) => {
              const answer = await open.send(data);
              if (answer) follow(answer, open.send);
            }}
          />
        ) : null}
      </div>
    </Dialog>
  ) : null;

  return {
    dialog,
    openAction,
    press: (messageId: string, pressed: CardPress) =>
      opensDialog(pressed) ? openFromCard(messageId, pressed.data) : press(messageId, pressed),
  };
}
