import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { personReferences } from '../sql/person-references.ts';
import { anAtlassianProof, anEntraProof } from './builders.ts';
import { aScene, type Scene } from './scene.ts';

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

/** What a use case answers where a refusal would be a mistake of the test. */
export async function value<Value>(asked: Promise<Answer<Value>>): Promise<Value> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
  return answer.value;
}

export type LinkedScene = Scene & {
  /** The same human being, whom two hosts know; Teams knew her first. */
  readonly inTeams: Actor;
  readonly inConfluence: Actor;
  /** Somebody else, who administers the organisation. */
  readonly bob: Actor;
  /** Joins the two accounts of the one. */
  readonly link: () => Promise<void>;
  readonly found: (actor: Actor, visibility?: 'open' | 'on-request' | 'by-invitation') => Promise<{ id: string }>;
  /** Does one of everything that leaves a trace, in a community that has a second coordinator. */
  readonly leaveTraces: (actor: Actor, second?: Actor) => Promise<{ communityId: string; practiceId: string }>;
  /** How often each place refers to the person. */
  readonly mentionsOf: (personId: string) => Promise<Record<string, number>>;
};

/** An organisation with a linked Confluence site and a person who is known from both sides. */
export async function aLinkedScene(db: Kysely<Database>): Promise<LinkedScene> {
  const scene = await aScene(db);
  const { core, organisationId, clock } = scene;
  const site = { cloud_id: 'cloud-1', organisation_id: organisationId, url: 'https://northwind.atlassian.net' };
  await db
    .insertInto('site')
    .values({ ...site, linked_at: clock.now(), linked_by: null })
    .execute();
  const bobsProof = anEntraProof({ tenantId: organisationId, objectId: 'bob', name: 'Bob' });
  const bob = await value(core.identity.signIn(bobsProof));
  const inTeams = await value(core.identity.signIn(anEntraProof({ tenantId: organisationId })));
  clock.pass(1);
  const inConfluence = await value(core.identity.signIn(anAtlassianProof()));

  let founded = 0;
  const found: LinkedScene['found'] = (actor, visibility = 'open') =>
    value(
      core.communities.foundCommunity(actor, {
        archetype: 'guild',
        name: `Guild ${(founded += 1)}`,
        purpose: 'How we build things together',
        topics: [],
        visibility,
      }),
    );

  return {
    ...scene,
    bob,
    inTeams,
    inConfluence,
    found,

    async link() {
      const { code } = await value(core.identity.issueLinkCode(inTeams));
      await value(core.identity.redeemLinkCode(inConfluence, { code }));
    },

    async leaveTraces(actor, second = bob) {
      const { id: communityId } = await found(actor);
      await value(core.communities.joinCommunity(second, { communityId }));
      const coordinator = { communityId, personId: second.personId, role: 'coordinator' } as const;
      await value(core.communities.grantRole(actor, coordinator));
      await value(core.communities.changeStage(actor, { communityId, stage: 'coalescing' }));
      const place = { kind: 'confluence-space', externalId: `space-${communityId}`, name: 'Guild' } as const;
      await value(core.communities.connectPlace(actor, { communityId, ...place }));
      const { id: practiceId } = await value(
        core.practices.draftPractice(actor, {
          communityId,
          title: 'Write the failing test first',
          context: 'When a defect is reported',
          body: 'See it fail.',
          topics: [],
          visibility: 'organisation',
        }),
      );
      await value(core.practices.changeLife(actor, { practiceId, action: 'propose' }));
      return { communityId, practiceId };
    },

    async mentionsOf(personId) {
      const mentions: Record<string, number> = {};
      for (const { table, column } of personReferences) {
        const { rows } = await sql<{ count: number }>`
          SELECT count(*) FROM ${sql.table(table)} WHERE ${sql.id(column)} = ${personId}
        `.execute(db);
        if (rows[0]?.count) mentions[`${table}.${column}`] = rows[0].count;
      }
      return mentions;
    },
  };
}
