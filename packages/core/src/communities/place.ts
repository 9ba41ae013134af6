import { change } from '../kernel/change.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import {
  about,
  type Community,
  type CommunityChange,
  type Connection,
  objection,
  type Situation,
} from './community.ts';
import type { CommunityEvent } from './events.ts';
import { communityLimits } from './limits.ts';

/**
 * Says that the community meets in this channel, chat or space. A place belongs to one community at a time.
 *
 * `takenBy` is the community that meets there already, if any. Connecting one's own place again changes nothing, except
 * that the place may have been renamed.
 */
export function connect(
  situation: Situation,
  { takenBy, ...place }: Omit<Connection, 'by'> & { readonly takenBy: CommunityId | undefined },
): Result<CommunityChange | undefined, 'not-allowed' | 'community-closed' | 'place-taken' | 'too-many-places'> {
  const { actor, community } = situation;
  const why = objection(situation, 'connect', place.at);
  if (why) return refuse(why);
  if (takenBy !== undefined && takenBy !== community.id) return refuse('place-taken');

  const known = community.connections.find(
    ({ kind, externalId }) => kind === place.kind && externalId === place.externalId,
  );
  if (known && known.name === place.name && known.url === place.url) return ok(undefined);
  if (!known && community.connections.length >= communityLimits.connections) return refuse('too-many-places');

  const connected: Connection = known
    ? { ...known, name: place.name, url: place.url }
    : { ...place, by: actor.personId };
  const connections = [...community.connections.filter((other) => other !== known), connected];
  const fact = { type: 'community.connected', kind: place.kind, ...about(situation) } as const;
  return ok(change<Community, CommunityEvent>({ ...community, connections }, fact));
}

/** Says that the community no longer meets there. The place itself, and what was said in it, stays as it is. */
export function disconnect(
  situation: Situation,
  { connectionId, at }: { readonly connectionId: string; readonly at: Date },
): Result<CommunityChange, 'not-allowed' | 'community-closed' | 'no-such-connection'> {
  const { community } = situation;
  const why = objection(situation, 'connect', at);
  if (why) return refuse(why);

  const gone = community.connections.find(({ id }) => id === connectionId);
  if (!gone) return refuse('no-such-connection');

  const connections = community.connections.filter((other) => other !== gone);
  const fact = { type: 'community.disconnected', kind: gone.kind, ...about(situation) } as const;
  return ok(change<Community, CommunityEvent>({ ...community, connections }, fact));
}
