import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aLinkedScene, type LinkedScene, value } from '../testing/linked-scene.ts';
import { anEntraProof } from '../testing/builders.ts';
import { personReferences } from '../sql/person-references.ts';

const db = testDatabase();
let scene: LinkedScene;

beforeEach(async () => {
  scene = await aLinkedScene(db());
});

const see = (actor: Actor, communityId: string) => value(scene.core.communities.seeCommunity(actor, { communityId }));

describe('erasing', () => {
  const erase = (actor: Actor) => scene.core.identity.eraseMe(actor, { confirm: 'erase' });

  it('keeps contributions under «Former member» and nothing else', async () => {
    const { practiceId } = await scene.leaveTraces(scene.inTeams);
    expect(await erase(scene.inTeams)).toEqual({ ok: true, value: undefined });

    expect(await value(scene.core.practices.seePractice(scene.bob, { practiceId }))).toMatchObject({
      title: 'Write the failing test first',
      owner: { name: 'Former member' },
    });
    const kept = new Set(
      personReferences.filter(({ onErase }) => onErase === 'keep').map(({ table, column }) => `${table}.${column}`),
    );
    expect(Object.keys(await scene.mentionsOf(scene.inTeams.personId)).filter((place) => !kept.has(place))).toEqual([]);
    const row = await db().selectFrom('person').selectAll().where('id', '=', scene.inTeams.personId).executeTakeFirst();
    expect(row).toMatchObject({ state: 'erased', name: '', affiliation: null, challenge: null, interests: [] });
  });

  it('lets the community count one member fewer', async () => {
    const { communityId } = await scene.leaveTraces(scene.inTeams);
    expect(await see(scene.bob, communityId)).toMatchObject({ memberCount: 2 });
    await erase(scene.inTeams);

    expect(await see(scene.bob, communityId)).toMatchObject({ memberCount: 1 });
  });

  it('makes a newcomer of somebody who comes back', async () => {
    await erase(scene.inTeams);
    const back = await value(scene.core.identity.signIn(anEntraProof({ tenantId: scene.organisationId })));

    expect(back.personId).not.toBe(scene.inTeams.personId);
    expect(await value(scene.core.identity.seeMe(back))).toMatchObject({ name: 'Ada Byron', profileStarted: false });
  });

  it('is refused to the only coordinator', async () => {
    await scene.found(scene.inTeams);

    expect(await erase(scene.inTeams)).toEqual({ ok: false, reason: 'sole-coordinator' });
  });

  it('is open to them once the community is closed', async () => {
    const { id: communityId } = await scene.found(scene.inTeams);
    await value(scene.core.communities.closeCommunity(scene.inTeams, { communityId, reason: 'We have done it' }));

    expect(await erase(scene.inTeams)).toMatchObject({ ok: true });
  });

  it('is refused to the only administrator while others stay', async () => {
    expect(scene.bob.administrator).toBe(true);
    expect(await erase(scene.bob)).toEqual({ ok: false, reason: 'sole-administrator' });
  });

  it('leaves a coordinator when two go at the same time', async () => {
    const { communityId } = await scene.leaveTraces(scene.inTeams);
    await db()
      .updateTable('person')
      .set({ administrator: true })
      .where('id', '=', scene.inConfluence.personId)
      .execute();
    const outcomes = await Promise.all([erase(scene.inTeams), erase(scene.bob)]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = db().selectFrom('role_grant').selectAll().where('community_id', '=', communityId);
    expect(await left.where('role', '=', 'coordinator').execute()).toHaveLength(1);
  });
});

describe('the export of what is held about a person', () => {
  it('has every trace that they left, under a heading', async () => {
    await scene.leaveTraces(scene.inTeams);
    const { sections } = await value(scene.core.identity.exportMe(scene.inTeams));

    expect(sections).toMatchObject({
      accounts: [{ label: 'Ada Byron' }],
      communitiesFounded: [{ purpose: 'How we build things together' }],
      memberships: [{ state: 'member' }],
      roles: [{ role: 'coordinator' }],
      rolesGranted: expect.arrayContaining([expect.objectContaining({ role: 'coordinator' })]) as unknown,
      stageChanges: expect.arrayContaining([expect.objectContaining({ stage: 'coalescing' })]) as unknown,
      practiceVersions: [{ title: 'Write the failing test first' }],
      credits: [{ credit: 'author' }],
    });
  });

  it('has no hash of a code, and nothing about other people', async () => {
    await value(scene.core.identity.issueLinkCode(scene.inTeams));
    await scene.leaveTraces(scene.inTeams);
    const held = JSON.stringify(await value(scene.core.identity.exportMe(scene.inTeams)));

    expect(held).not.toContain('"hash"');
    expect(held).not.toContain(scene.bob.personId);
  });
});
