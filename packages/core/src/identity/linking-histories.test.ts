import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { createRelay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { aLinkedScene, type LinkedScene } from '../testing/linked-scene.ts';

const db = testDatabase();

const deeds = ['join', 'leave', 'endorse', 'adopt', 'credit', 'grant', 'draft', 'edit'] as const;
const deed = fc.record({
  who: fc.constantFrom('inTeams', 'inConfluence', 'bob'),
  what: fc.constantFrom(...deeds),
  where: fc.nat(1),
});

/** Does it, if it may be done. */
async function act(
  scene: LinkedScene,
  actor: Actor,
  what: (typeof deeds)[number],
  [communityId, practiceId]: readonly [string, string],
) {
  const { core, bob } = scene;
  const { personId } = actor;
  switch (what) {
    case 'join':
      return core.communities.joinCommunity(actor, { communityId });
    case 'leave':
      return core.communities.leaveCommunity(actor, { communityId });
    case 'endorse':
      return core.practices.endorsePractice(actor, { practiceId });
    case 'adopt':
      return core.practices.recordAdoption(actor, { practiceId, kind: 'tried', team: 'Payments', outcome: 'helped' });
    case 'credit':
      return core.practices.creditPerson(bob, { practiceId, personId, credit: 'author' });
    case 'grant':
      return core.communities.grantRole(bob, { communityId, personId, role: 'expert' });
    case 'draft': {
      const text = { title: 'Another practice', context: '', body: 'Do this', topics: [] };
      return core.practices.draftPractice(actor, { communityId, ...text, visibility: 'organisation' });
    }
    case 'edit':
      return core.practices.editPractice(actor, { practiceId, body: `As ${personId} sees it` });
  }
}

/** Counts that are kept beside what they count, and rows that nobody may have twice. */
async function contradictions() {
  const { rows } = await sql<{ wrong: string }>`
    SELECT 'members of ' || name AS wrong FROM community WHERE member_count <> (
      SELECT count(*) FROM membership WHERE community_id = community.id AND state = 'member')
    UNION ALL
    SELECT 'endorsements of ' || title FROM practice WHERE endorsement_count <> (
      SELECT count(*) FROM endorsement WHERE practice_id = practice.id)
    UNION ALL
    SELECT 'own endorsement of ' || title FROM practice JOIN endorsement e ON e.practice_id = practice.id
      WHERE e.person_id = practice.owner_id
    UNION ALL
    SELECT 'role of no member in ' || name FROM role_grant r JOIN community ON community.id = r.community_id
      WHERE NOT EXISTS (SELECT FROM membership m
        WHERE m.community_id = r.community_id AND m.person_id = r.person_id AND m.state = 'member')
  `.execute(db());
  return rows.map(({ wrong }) => wrong);
}

describe('whatever two accounts of one person did', () => {
  it('linking them leaves no trace of the second and no wrong count', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (history) => {
        const scene = await aLinkedScene(db());
        const cyd = await scene.person('Cyd');
        const places = [await scene.leaveTraces(scene.bob, cyd), await scene.leaveTraces(scene.bob, cyd)];
        for (const { who, what, where } of history) {
          const { communityId = '', practiceId = '' } = places[where] ?? {};
          scene.clock.pass(0.01);
          await act(scene, scene[who], what, [communityId, practiceId]);
        }
        expect(await contradictions()).toEqual([]);
        await scene.link();

        expect(await scene.mentionsOf(scene.inConfluence.personId)).toEqual({});
        expect(await contradictions()).toEqual([]);
        await sql`TRUNCATE organisation CASCADE`.execute(db());
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('a request that was under way is put right a moment later', async () => {
    const scene = await aLinkedScene(db());
    const { id: communityId } = await scene.found(scene.bob);
    await scene.link();
    await scene.core.communities.joinCommunity(scene.inConfluence, { communityId });
    expect(await scene.mentionsOf(scene.inConfluence.personId)).not.toEqual({});
    await createRelay({ db: db(), subscribers: coreSubscribers(scene.clock), now: scene.clock.now }).drain();

    expect(await scene.mentionsOf(scene.inConfluence.personId)).toEqual({});
    expect(await scene.core.communities.seeCommunity(scene.inTeams, { communityId })).toMatchObject({
      value: { standing: 'member', memberCount: 2 },
    });
  });
});
