import type { Message } from '../scene.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

export interface CardAction {
  readonly type?: string;
  readonly id?: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** What the bot answered to a press on a card: a card for this person, a line of text, or why not. */
export type ActionAnswer =
  | { readonly kind: 'card'; readonly card: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string };

const record = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Reads an adaptive card invoke response as Teams does: its own status lies in the body. */
export function readInvokeAnswer(status: number, body: unknown): ActionAnswer {
  const { statusCode = status, type, value } = record(body);
  if (status === 200 && statusCode === 200 && type === CARD) return { kind: 'card', card: value };
  if (status === 200 && statusCode === 200 && type === MESSAGE) return { kind: 'text', text: String(value) };
  const { message } = record(value);
  return { kind: 'problem', text: typeof message === 'string' ? message : 'Something went wrong. Please try again.' };
}

/** The refresh action that a message offers to this user, by the rules of user-specific views. */
export function refreshOf(message: Message, userId: string, members: number): CardAction | undefined {
  const card = message.attachments.find(({ contentType }) => contentType === CARD)?.content;
  const refresh = record(record(card)['refresh']);
  const action = refresh['action'];
  if (!action) return undefined;
  const userIds = refresh['userIds'];
  const offered = Array.isArray(userIds) ? userIds.includes(userId) : members <= 60;
  return offered ? action : undefined;
}
