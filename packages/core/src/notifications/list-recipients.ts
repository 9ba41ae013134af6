import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { RecipientPage } from './contract.ts';
import type { NotificationQueries } from './ports.ts';

type Deps = { readonly messages: Pick<NotificationQueries, 'recipients'> };
type Asked = { readonly broadcastId: string; readonly cursor?: string | undefined; readonly limit: number };

/** Whom a message to many that the actor caused is for, by name, and what became of it at each; what failed first. */
export async function listRecipients(
  { messages }: Deps,
  actor: Actor,
  { broadcastId, ...page }: Asked,
): Promise<Result<RecipientPage, 'no-such-broadcast'>> {
  const recipients = await messages.recipients(actor, broadcastId, page);
  return recipients ? ok(recipients) : refuse('no-such-broadcast');
}
