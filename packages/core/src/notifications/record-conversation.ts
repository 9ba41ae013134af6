import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { ConversationStore, Meeting } from './ports.ts';

type Deps = { readonly conversations: ConversationStore; readonly now: () => Date };

/**
 * Remembers where the bot has met somebody, so that it can write to them there later. Whoever removes the bot is written
 * to no more until they come back.
 */
export async function recordConversation(
  { conversations, now }: Deps,
  actor: Actor,
  meeting: Meeting,
): Promise<Result<undefined>> {
  await conversations.remember(actor, meeting, now());
  return ok(undefined);
}
