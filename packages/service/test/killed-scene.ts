import { randomBytes } from 'node:crypto';
import { type Actor, createCore } from '@copse/core';
import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { guidOf, ids } from './issuers.ts';

export type Keys = { readonly secret: string; readonly sealKey: string };

/**
 * A community in which `people` write, and which `listeners` hear of at once; the bot has met all of them. Whoever writes
 * is known by the account that a token of theirs names.
 */
export async function aCommunityThatListens(
  db: Kysely<Database>,
  { secret, sealKey }: Keys,
  { people, listeners, serviceUrl }: { people: readonly string[]; listeners: number; serviceUrl: string },
): Promise<{ readonly communityId: string }> {
  const core = createCore({
    db,
    newId: uuidv7,
    now: () => new Date(),
    chance: (count) => randomBytes(count),
    secret,
    sealKeys: [Buffer.from(sealKey, 'base64')],
    administrators: [],
  });
  const actors: Actor[] = [];
  for (const name of people) {
    const proof = { kind: 'entra', tenantId: ids.tenant, objectId: guidOf(name), name, guest: false } as const;
    const signedIn = await core.identity.signIn({ ...proof, administrator: false });
    if (signedIn.ok) actors.push(signedIn.value);
  }
  const [founder] = actors;
  if (!founder) throw new Error('Nobody could sign in');
  const { organisationId } = founder;
  const always = JSON.stringify({ days: [], from: '09:00', to: '17:00' });
  await sql`INSERT INTO person (id, organisation_id, name, guest, administrator, time_zone, working_hours, languages,
      interests, profile_started, state, created_at, revision)
    SELECT id, ${organisationId}, 'Somebody', false, false, 'UTC', ${always}::jsonb, '{}', '{}', true, 'present', now(), 1
    FROM unnest(${Array.from({ length: listeners }, () => uuidv7())}::uuid[]) AS id`.execute(db);
  await sql`UPDATE person SET working_hours = ${always}::jsonb`.execute(db);
  await sql`INSERT INTO conversation (organisation_id, conversation_id, person_id, service_url, renewed_at)
    SELECT organisation_id, 'a:' || id, id, ${serviceUrl}, now() FROM person`.execute(db);

  const founding = { archetype: 'guild', name: 'Guild', purpose: 'So that all can use it', topics: [] } as const;
  const founded = await core.communities.foundCommunity(founder, { ...founding, topics: [] });
  const communityId = founded.ok ? founded.value.id : '';
  for (const actor of actors) {
    if (actor !== founder) await core.communities.joinCommunity(actor, { communityId });
    await core.trust.acknowledgeConduct(actor, { communityId });
  }
  await sql`INSERT INTO membership (community_id, person_id, state, since, revision)
    SELECT ${communityId}, id, 'member', now(), 1 FROM person WHERE name = 'Somebody'`.execute(db);
  await sql`INSERT INTO notification_choice (person_id, kind, time)
    SELECT id, 'new-question', 'now' FROM person WHERE name = 'Somebody'`.execute(db);
  return { communityId };
}
