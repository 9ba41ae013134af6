import { holdsRole, type Role } from '../communities/role.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Relation } from './permission.ts';
import type { Participant } from './question.ts';

/** How the viewer stands to the community of a question, as every query of this slice brings it. */
export type StandingRow = {
  readonly is_member: boolean;
  readonly my_roles: readonly { readonly role: Role; readonly until: string | null }[] | null;
  readonly acknowledged: boolean;
  readonly closed: boolean;
  /** Ids of people who turned out to be the viewer when accounts were linked. */
  readonly former: readonly string[] | null;
};

/** The actor's own ids: texts that were sealed before two accounts were linked hold the former one. */
export const selvesOf = ({ personId }: Actor, { former }: Pick<StandingRow, 'former'>): readonly PersonId[] =>
  former ? [personId, ...(former as PersonId[])] : [personId];

/** In which relations the actor meets a question of this community; `authors` are those who wrote it, revealed. */
export function participantOf(
  actor: Actor,
  row: StandingRow,
  now: Date,
  { asker, veiled = [] }: { readonly asker?: PersonId | undefined; readonly veiled?: readonly PersonId[] } = {},
): Participant {
  const selves = selvesOf(actor, row);
  const held = (row.my_roles ?? []).filter(({ role, until }) =>
    holdsRole({ role, until: until ? new Date(until) : undefined }, now),
  );
  const relations: Relation[] = row.is_member ? held.map(({ role }) => role) : [];
  if (row.is_member) relations.push('member');
  relations.push(actor.guest ? 'partner' : 'colleague');
  if (actor.administrator) relations.push('administrator');
  if (asker !== undefined && selves.includes(asker)) relations.push('asker');
  return {
    personId: actor.personId,
    selves,
    relations,
    closed: row.closed,
    acknowledged: row.acknowledged,
    veiled: veiled.some((who) => selves.includes(who)),
  };
}
