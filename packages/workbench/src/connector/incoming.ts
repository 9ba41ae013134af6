import type { Attachment, Message, Scene } from '../scene.ts';

const MAX_BYTES = 28 * 1024;

interface SentAction {
  readonly title?: string;
  readonly value?: unknown;
}

/** The part of an activity from the bot that the connector keeps. */
export interface SentActivity {
  readonly type?: string;
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: { readonly actions?: readonly SentAction[] };
}

export type Delivered =
  | { readonly id: string }
  | { readonly refused: { status: number; code: string; message: string } };

const suggestionsOf = (sent: SentActivity) =>
  sent.suggestedActions?.actions?.map(({ title, value }) => ({
    title: title ?? (typeof value === 'string' ? value : ''),
    value: typeof value === 'string' ? value : (title ?? ''),
  }));

const tooBig = (sent: SentActivity): Delivered | undefined =>
  Buffer.byteLength(JSON.stringify(sent)) > MAX_BYTES
    ? { refused: { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' } }
    : undefined;

/** Adds what the bot sent to a conversation; a typing activity is shown and forgotten. */
export function deliver(
  scene: Scene,
  conversationId: string,
  threadId: string | undefined,
  sent: SentActivity,
): Delivered {
  const id = scene.nextId();
  if (sent.type === 'typing') {
    scene.changed({ type: 'typing', id: conversationId });
    return { id };
  }
  const refused = tooBig(sent);
  if (refused) return refused;
  if (!sent.text && !sent.attachments?.length) {
    return { refused: { status: 400, code: 'BadSyntax', message: 'Activity must have text or an attachment.' } };
  }
  const suggested = suggestionsOf(sent);
  const message: Message = {
    id,
    threadId: threadId ?? id,
    from: 'bot',
    at: new Date().toISOString(),
    ...(sent.text ? { text: sent.text } : {}),
    attachments: sent.attachments ?? [],
    ...(suggested?.length ? { suggested } : {}),
    views: {},
  };
  scene.conversation(conversationId).messages.push(message);
  scene.changed({ type: 'conversation', id: conversationId });
  return { id };
}

/** Replaces the bot's own message in place; what one person was shown is fetched anew, as Teams does after an edit. */
export function edit(scene: Scene, conversationId: string, id: string, sent: SentActivity): Delivered {
  const refused = tooBig(sent);
  if (refused) return refused;
  const { messages } = scene.conversation(conversationId);
  const index = messages.findIndex((message) => message.id === id && message.from === 'bot');
  const before = messages[index];
  if (!before || before.deleted) {
    return { refused: { status: 404, code: 'ActivityNotFoundInConversation', message: 'The activity was not found.' } };
  }
  const { text: _text, suggested: _suggested, ...kept } = before;
  messages[index] = {
    ...kept,
    ...(sent.text ? { text: sent.text } : {}),
    attachments: sent.attachments ?? [],
    editedAt: new Date().toISOString(),
    views: {},
  };
  scene.changed({ type: 'conversation', id: conversationId });
  return { id };
}

export function withdraw(scene: Scene, conversationId: string, id: string) {
  const { messages } = scene.conversation(conversationId);
  const index = messages.findIndex((message) => message.id === id && message.from === 'bot');
  const before = messages[index];
  if (before) messages[index] = { ...before, attachments: [], deleted: true, views: {} };
  scene.changed({ type: 'conversation', id: conversationId });
}
