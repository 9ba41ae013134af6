import { holdsRole, type Role } from '../communities/role.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import type { Capacity } from './permission.ts';

/** How somebody stands to a community whose trust they look after. */
export type Standing = {
  readonly communityId: CommunityId;
  readonly capacities: readonly Capacity[];
  /** The community has ended. */
  readonly closed: boolean;
};

export type StandingRow = {
  readonly community_id: string;
  readonly is_member: boolean;
  readonly my_roles: readonly { readonly role: Role; readonly until: string | null }[] | null;
  readonly closed: boolean;
};

/** A role whose term is over is none, but for a coordinator's (see `holdsRole`). */
export function standingOf({ administrator }: Actor, row: StandingRow, now: Date): Standing {
  const capacities: Capacity[] = administrator ? ['administrator'] : [];
  if (row.is_member) {
    capacities.push('member');
    for (const { role, until } of row.my_roles ?? [])
      if (holdsRole({ role, until: until ? new Date(until) : undefined }, now)) capacities.push(role);
  }
  return { communityId: row.community_id as CommunityId, capacities, closed: row.closed };
}
