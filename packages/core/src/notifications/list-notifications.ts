import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { NotificationPage } from './contract.ts';
import type { NotificationQueries } from './ports.ts';

type Deps = { readonly messages: Pick<NotificationQueries, 'list'> };
type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** What the actor was told, the newest first; also what they were told as somebody unnamed, which only they can list. */
export async function listNotifications(
  { messages }: Deps,
  actor: Actor,
  page: Asked,
): Promise<Result<NotificationPage>> {
  return ok(await messages.list(actor, page));
}
