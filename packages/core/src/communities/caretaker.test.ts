import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: QuestionScene;
let sven: Actor;
let communityId: string;
let questionId: string;

const WORDS = 'Strictly between us';

/** A community by invitation with one member and one question, whose coordinator went with an import. */
beforeEach(async () => {
  scene = await aQuestionScene(db());
  sven = await scene.person('Sven Administrator', { administrator: true });
  const { communities } = scene.core;
  const circle = { archetype: 'leadership-circle', name: 'Quiet circle', purpose: 'To speak among ourselves' } as const;
  const texts = { topics: [], charter: WORDS, domain: WORDS, practice: WORDS, welcome: WORDS };
  const { id } = certain(
    await communities.foundCommunity(scene.ana, { ...circle, ...texts, visibility: 'by-invitation' }),
  );
  communityId = id;
  certain(await communities.inviteMember(scene.ana, { communityId, personId: scene.ben.personId }));
  await scene.comeIn(scene.ben, communityId);
  ({ id: questionId } = await scene.ask(scene.ben, {
    communityId,
    title: `${WORDS}: what now?`,
    visibility: 'members',
  }));
});

const withoutCoordinator = () => db().deleteFrom('role_grant').where('community_id', '=', communityId).execute();
const named = async (who: Actor, query: object = {}) =>
  certain(await scene.core.communities.listDirectory(who, { limit: 25, ...query })).items.map(({ name }) => name);

describe('a community by invitation that nobody coordinates', () => {
  it('is known to the administrator, who reads nothing of what is in it', async () => {
    await withoutCoordinator();
    await scene.relay();
    const { communities, questions, search, trust, notifications, impact } = scene.core;
    const page = certain(await communities.seeCommunity(sven, { communityId }));

    expect(page).toMatchObject({ name: 'Quiet circle', asCaretaker: true, roleHolders: [], standing: 'none' });
    expect(JSON.stringify(page)).not.toContain(WORDS);
    expect(Object.entries(page.abilities).flatMap(([ability, may]) => (may ? [ability] : []))).toEqual([
      'invite',
      'grantRoles',
    ]);
    expect(await named(sven, { uncoordinated: true })).toEqual(['Quiet circle']);
    expect(await questions.seeQuestion(sven, { questionId })).toMatchObject({ ok: false });
    expect(certain(await questions.listQuestions(sven, { communityId, sort: 'active', limit: 25 })).items).toEqual([]);
    expect(JSON.stringify(await search.searchAll(sven, { q: WORDS, limit: 25 }))).not.toContain(questionId);
    for (const seen of [
      await trust.seeConduct(sven, { communityId }),
      await trust.listReports(sven, { communityId, limit: 25 }),
      await notifications.seePosting(sven, { communityId }),
      await impact.seeMeasures(sven, { communityId }),
      await trust.report(sven, { subject: { kind: 'question', id: questionId }, reason: 'spam' }),
    ]) {
      expect(seen).toMatchObject({ ok: false });
    }
  });

  it('gets a coordinator from among its members, and is out of the administrator’s sight with that', async () => {
    await withoutCoordinator();
    const { communities } = scene.core;
    const { items } = certain(await communities.listMembers(sven, { communityId, limit: 25 }));
    expect(items.map(({ person }) => person.name).toSorted()).toEqual(['Ana Coordinator', 'Ben Member']);

    const appointing = { communityId, personId: scene.ben.personId, role: 'coordinator' } as const;
    const appointed = certain(await communities.grantRole(sven, appointing));
    expect(appointed).toMatchObject({ asCaretaker: true, roleHolders: [{ person: { name: 'Ben Member' } }] });
    expect(JSON.stringify(appointed)).not.toContain(WORDS);
    expect(await communities.seeCommunity(sven, { communityId })).toEqual({ ok: false, reason: 'no-such-community' });
    expect(await communities.grantRole(sven, appointing)).toEqual({ ok: false, reason: 'no-such-community' });
    expect(await named(sven)).not.toContain('Quiet circle');
  });

  it('is not a way in for the administrator', async () => {
    await withoutCoordinator();
    const { communities } = scene.core;
    const { personId } = sven;

    expect(await communities.inviteMember(sven, { communityId, personId })).toMatchObject({ reason: 'not-allowed' });
    expect(await communities.joinCommunity(sven, { communityId })).toMatchObject({ reason: 'by-invitation-only' });
    expect(await communities.editCommunity(sven, { communityId, purpose: 'Something else' })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(await communities.closeCommunity(sven, { communityId, reason: 'Enough' })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(certain(await communities.inviteMember(sven, { communityId, personId: scene.cem.personId })).name).toBe(
      'Quiet circle',
    );
  });

  it('is there for no other colleague', async () => {
    await withoutCoordinator();

    expect(await scene.core.communities.seeCommunity(scene.dora, { communityId })).toMatchObject({ ok: false });
    expect(await named(scene.dora, { uncoordinated: true })).toEqual([]);
  });
});

it('while somebody coordinates it, the administrator does not know of it', async () => {
  expect(await scene.core.communities.seeCommunity(sven, { communityId })).toMatchObject({ ok: false });
  expect(await named(sven)).not.toContain('Quiet circle');
});
