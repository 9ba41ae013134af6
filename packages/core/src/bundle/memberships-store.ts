import { sql } from 'kysely';
import { appendEvents } from '../sql/outbox.ts';
import type { BundleMembership } from './contract.ts';
import { type Due, type Import, reject, remember, resolveAround, sortOut } from './imported-store.ts';
import type { Checked, Written } from './record.ts';

/** Writes memberships and the roles that go with them. A membership has no id of its own: it is remembered by its community. */
export async function writeMemberships(run: Import, batch: readonly Checked<BundleMembership>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'memberships', batch);
  const { communities, people } = await resolveAround(run, due, ({ person }) => [person]);
  const { good, bad } = reject(due, ({ value }) => {
    if (!communities.has(value.community))
      return `community: there is no community «${value.community}» in this file or here.`;
    if (!people.has(value.person)) return `person: there is no person «${value.person}» in this file or here.`;
    return value.state !== 'member' && value.roles.length > 0 ? 'roles: only members hold roles.' : undefined;
  });
  const rows = good.map((record) => ({
    ...record,
    id: communities.get(record.value.community) as string,
    person: people.get(record.value.person) as string,
  }));
  await saveRows(run, rows);
  await saveRoles(run, rows);
  await appendEvents(
    run.tx,
    { organisationId: run.organisationId, at: run.at, newId: run.newId },
    [...new Set(rows.map(({ id }) => id))].map((communityId) => ({ type: 'memberships.imported', communityId })),
  );
  return [...settled, ...bad, ...(await remember(run, 'memberships', rows))];
}

/** `id` is the community's here. */
type Row = Due<BundleMembership> & { readonly person: string };

async function saveRows({ tx, at }: Import, rows: readonly Row[]) {
  if (rows.length === 0) return;
  const distinct = [...new Map(rows.map((row) => [`${row.id} ${row.person}`, row])).values()];
  await tx
    .insertInto('membership')
    .values(
      distinct.map(({ id, person, value }) => ({
        community_id: id,
        person_id: person,
        state: value.state,
        level: null,
        message: value.message || null,
        decided_by: null,
        reason: null,
        since: value.since ? new Date(value.since) : at,
        revision: 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        message: eb.ref('excluded.message'),
        // Somebody who is a member stays one since the earlier day; a later record cannot make them newer.
        since: sql<Date>`CASE WHEN membership.state = excluded.state THEN least(membership.since, excluded.since) ELSE excluded.since END`,
        revision: eb('membership.revision', '+', 1),
      })),
    )
    .execute();
}

/** The record says which roles somebody holds: others end. */
async function saveRoles({ tx, at }: Import, rows: readonly Row[]) {
  for (const { id, person } of rows.filter(({ fresh }) => !fresh)) {
    await tx.deleteFrom('role_grant').where('community_id', '=', id).where('person_id', '=', person).execute();
  }
  const roles = rows.flatMap(({ id, person, value }) =>
    value.roles.map(({ role, since, until }) => ({
      community_id: id,
      person_id: person,
      role,
      since: new Date(since ?? value.since ?? at),
      until: until ? new Date(until) : null,
      granted_by: null,
    })),
  );
  if (roles.length === 0) return;
  await tx
    .insertInto('role_grant')
    .values(roles)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id', 'role']).doUpdateSet({ until: (eb) => eb.ref('excluded.until') }),
    )
    .execute();
  await tx
    .updateTable('community')
    .set((eb) => ({ coordination: eb('coordination', '+', 1) }))
    .where('id', '=', sql<string>`ANY(${[...new Set(roles.map(({ community_id }) => community_id))]}::uuid[])`)
    .execute();
}
