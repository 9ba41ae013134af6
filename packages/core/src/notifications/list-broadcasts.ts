import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { BroadcastPage } from './contract.ts';
import type { NotificationQueries } from './ports.ts';

type Deps = { readonly messages: Pick<NotificationQueries, 'broadcasts'> };
type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** What became of the messages to many that the actor caused, the newest first; of questions without a name, too. */
export async function listBroadcasts({ messages }: Deps, actor: Actor, page: Asked): Promise<Result<BroadcastPage>> {
  return ok(await messages.broadcasts(actor, page));
}
