import { GUID } from './actions/data.ts';
import { markdownOfTeamsHtml } from './teams-html.ts';

const MESSAGE_LINK = /^https:\/\/teams\.microsoft\.com\/l\/message\/[^\s()<>]{1,1500}$/i;
const MESSAGE_ID = /^\d{1,20}$/;
/** A message quotes one other; a payload with more was not made by Teams. */
const MOST_PARTS = 4;
const MOST_TEXT = 100_000;

/** What one person said in a message that somebody picked. */
export type Part = {
  /** Who said it, by their object id in Entra; nothing for a bot or somebody without an account. */
  readonly objectId: string | undefined;
  /** Markdown. */
  readonly text: string;
};

export type PickedMessage = {
  /** What was quoted first, then the message itself; only what has words. */
  readonly parts: readonly Part[];
  readonly link: string | undefined;
  /** Where it stands in its conversation, where the client tells. */
  readonly at?: MessageAt | undefined;
};

export type MessageAt = { readonly messageId: string; readonly rootId: string };

/**
 * Reads the message on which a command was used. All of it comes from the client: nothing in it proves who said what,
 * so it only says whom to ask.
 */
export function readPickedMessage(payload: unknown): PickedMessage | undefined {
  const { id, replyToId, from, body, attachments, linkToMessage } = record(payload);
  const parts = [...quoted(attachments), { objectId: userOf(from), text: textOf(body) }].filter(
    ({ text }) => text !== '',
  );
  if (parts.length === 0) return undefined;
  const link = typeof linkToMessage === 'string' && MESSAGE_LINK.test(linkToMessage) ? linkToMessage : undefined;
  const at = isMessageId(id) ? { messageId: id, rootId: isMessageId(replyToId) ? replyToId : id } : undefined;
  return { parts: parts.slice(-MOST_PARTS), link, at };
}

const isMessageId = (given: unknown): given is string => typeof given === 'string' && MESSAGE_ID.test(given);

/** All that was said, one after the other. */
export const markdownOfParts = ({ parts }: Pick<PickedMessage, 'parts'>): string =>
  parts.map(({ text }) => text).join('\n\n');

function userOf(from: unknown): string | undefined {
  const { id } = record(record(from)['user']);
  return typeof id === 'string' && GUID.test(id) ? id.toLowerCase() : undefined;
}

function textOf(body: unknown): string {
  const { contentType, content } = record(body);
  if (typeof content !== 'string') return '';
  return contentType === 'html' ? markdownOfTeamsHtml(content) : content.slice(0, MOST_TEXT).trim();
}

/** What the message answers to: Teams puts the first words of it, and who said them, into an attachment. */
function quoted(attachments: unknown): Part[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.slice(0, 20).flatMap((attachment): Part[] => {
    const { contentType, content } = record(attachment);
    if (contentType !== 'messageReference' || typeof content !== 'string' || content.length > MOST_TEXT) return [];
    const { messagePreview, messageSender } = record(parsed(content));
    if (typeof messagePreview !== 'string') return [];
    return [{ objectId: userOf(messageSender), text: messagePreview.trim() }];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
