import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aLinkedScene, type LinkedScene, value } from '../testing/linked-scene.ts';

const db = testDatabase();
let scene: LinkedScene;

beforeEach(async () => {
  scene = await aLinkedScene(db());
});

const see = (actor: Actor, communityId: string) => value(scene.core.communities.seeCommunity(actor, { communityId }));
const join = (actor: Actor, communityId: string) => value(scene.core.communities.joinCommunity(actor, { communityId }));
const memberships = (personId: string) =>
  db().selectFrom('membership').selectAll().where('person_id', '=', personId).execute();

describe('linking two accounts', () => {
  it('leaves no trace of the person that was absorbed', async () => {
    await scene.leaveTraces(scene.inConfluence);
    await scene.link();

    expect(await scene.mentionsOf(scene.inConfluence.personId)).toEqual({});
    expect(
      await db().selectFrom('person').selectAll().where('id', '=', scene.inConfluence.personId).executeTakeFirst(),
    ).toMatchObject({
      state: 'merged',
      merged_into: scene.inTeams.personId,
    });
  });

  it('brings over what only the other did', async () => {
    const { communityId, practiceId } = await scene.leaveTraces(scene.inConfluence);
    await scene.link();

    expect(await see(scene.inTeams, communityId)).toMatchObject({
      standing: 'member',
      myRoles: ['coordinator'],
      memberCount: 2,
    });
    expect(await value(scene.core.practices.seePractice(scene.inTeams, { practiceId }))).toMatchObject({
      owner: { id: scene.inTeams.personId },
      contributors: [{ person: { id: scene.inTeams.personId }, credit: 'author' }],
    });
  });

  it('counts a member of both sides once', async () => {
    const { id } = await scene.found(scene.bob);
    await join(scene.inTeams, id);
    scene.clock.pass(1);
    await join(scene.inConfluence, id);
    expect(await see(scene.bob, id)).toMatchObject({ memberCount: 3 });
    await scene.link();

    expect(await see(scene.bob, id)).toMatchObject({ memberCount: 2 });
    expect(await memberships(scene.inTeams.personId)).toMatchObject([{ state: 'member' }]);
  });

  it.each([
    ['a member on the older side', true],
    ['a member on the newer side', false],
  ])('keeps the stronger standing: %s', async (_which, olderJoined) => {
    const { id } = await scene.found(scene.bob, 'on-request');
    const [member, asker] = olderJoined ? [scene.inTeams, scene.inConfluence] : [scene.inConfluence, scene.inTeams];
    await join(member, id);
    await value(scene.core.communities.admitMember(scene.bob, { communityId: id, personId: member.personId }));
    scene.clock.pass(1);
    await join(asker, id);
    await scene.link();

    expect(await memberships(scene.inTeams.personId)).toMatchObject([{ state: 'member' }]);
    expect(await memberships(scene.inConfluence.personId)).toEqual([]);
  });

  it('keeps the earlier of two dates', async () => {
    const { id } = await scene.found(scene.bob);
    const early = scene.clock.now();
    await join(scene.inConfluence, id);
    scene.clock.pass(5);
    await join(scene.inTeams, id);
    await scene.link();

    expect(await memberships(scene.inTeams.personId)).toMatchObject([{ since: early }]);
  });

  it('unites roles, each from its first day to its last', async () => {
    const { id: communityId } = await scene.found(scene.bob);
    await join(scene.inTeams, communityId);
    await join(scene.inConfluence, communityId);
    const grant = (personId: string, role: 'expert' | 'mentor', until?: Date) =>
      value(
        scene.core.communities.grantRole(scene.bob, {
          communityId,
          personId,
          role,
          ...(until ? { until: until.toISOString() } : {}),
        }),
      );
    const begin = scene.clock.now();
    await grant(scene.inTeams.personId, 'expert', new Date('2027-01-01'));
    scene.clock.pass(1);
    await grant(scene.inConfluence.personId, 'expert', new Date('2028-01-01'));
    await grant(scene.inConfluence.personId, 'mentor');
    await scene.link();

    const roles = await db()
      .selectFrom('role_grant')
      .select(['role', 'since', 'until'])
      .where('person_id', '=', scene.inTeams.personId)
      .orderBy('role')
      .execute();
    expect(roles).toMatchObject([
      { role: 'expert', since: begin, until: new Date('2028-01-01') },
      { role: 'mentor', until: null },
    ]);
  });

  it('counts an endorsement of both sides once', async () => {
    const { communityId, practiceId } = await scene.leaveTraces(scene.bob, await scene.person('Cyd'));
    for (const actor of [scene.inTeams, scene.inConfluence]) {
      await join(actor, communityId);
      await value(scene.core.practices.endorsePractice(actor, { practiceId }));
    }
    await scene.link();

    expect(await value(scene.core.practices.seePractice(scene.bob, { practiceId }))).toMatchObject({
      endorsementCount: 1,
      endorsements: [{ person: { id: scene.inTeams.personId } }],
    });
  });

  it('drops the endorsement of what turns out to be one’s own practice', async () => {
    const { communityId, practiceId } = await scene.leaveTraces(scene.inTeams);
    await join(scene.inConfluence, communityId);
    await value(scene.core.practices.endorsePractice(scene.inConfluence, { practiceId }));
    await scene.link();

    expect(await value(scene.core.practices.seePractice(scene.inTeams, { practiceId }))).toMatchObject({
      endorsementCount: 0,
      endorsements: [],
    });
  });

  it('keeps the greater of two credits', async () => {
    const { practiceId } = await scene.leaveTraces(scene.bob, await scene.person('Cyd'));
    const credit = (personId: string, kind: 'author' | 'reviewer') =>
      value(scene.core.practices.creditPerson(scene.bob, { practiceId, personId, credit: kind }));
    await credit(scene.inTeams.personId, 'reviewer');
    await credit(scene.inConfluence.personId, 'author');
    await scene.link();

    const { contributors } = await value(scene.core.practices.seePractice(scene.bob, { practiceId }));
    expect(contributors.filter(({ person }) => person.id === scene.inTeams.personId)).toMatchObject([
      { credit: 'author' },
    ]);
  });
});
