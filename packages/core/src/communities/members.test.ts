import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import type { Entry } from './archetype.ts';
import type { MembersQuery } from './contract.ts';

const db = testDatabase();

let scene: Scene;
let communities: Scene['core']['communities'];
let ada: Actor;
let bo: Actor;
let communityId: string;

const founded = async (visibility: Entry = 'open') => {
  const draft = {
    archetype: 'guild',
    name: `Guild ${visibility}`,
    purpose: 'So that we all learn',
    visibility,
  } as const;
  return certain(await communities.foundCommunity(ada, { ...draft, topics: [] })).id;
};

beforeEach(async () => {
  scene = await aScene(db());
  ({ communities } = scene.core);
  [ada, bo] = [await scene.person('Ada Byron'), await scene.person('Bo Ek', { affiliation: 'Fabrikam' })];
  communityId = await founded();
});

const members = async (by: Actor, query: Partial<MembersQuery> = {}) =>
  certain(await communities.listMembers(by, { communityId, limit: 25, ...query }));

describe('the members', () => {
  it('come newest first, with affiliation and roles', async () => {
    scene.clock.pass(1);
    await communities.joinCommunity(bo, { communityId });

    expect((await members(bo)).items).toEqual([
      {
        person: { id: bo.personId, name: 'Bo Ek', affiliation: 'Fabrikam', guest: false },
        roles: [],
        joinedAt: scene.clock.now().toISOString(),
        abilities: { grantRoles: false, layDownRoles: false, remove: false },
      },
      {
        person: { id: ada.personId, name: 'Ada Byron', guest: false },
        roles: [{ role: 'coordinator', since: '2026-03-02T09:00:00.000Z', overdue: false }],
        joinedAt: '2026-03-02T09:00:00.000Z',
        abilities: { grantRoles: false, layDownRoles: false, remove: false },
      },
    ]);
  });

  it('tell a coordinator what may be done with each', async () => {
    await communities.joinCommunity(bo, { communityId });

    expect((await members(ada)).items.map(({ abilities }) => abilities)).toEqual([
      { grantRoles: true, layDownRoles: false, remove: true },
      { grantRoles: true, layDownRoles: true, remove: false },
    ]);
  });

  it.each([
    ['ek', ['Bo Ek']],
    ['BYRON', ['Ada Byron']],
    ['byyron', ['Ada Byron']],
    ['zed', []],
  ])('are found by name: %s', async (q, expected) => {
    await communities.joinCommunity(bo, { communityId });

    expect((await members(ada, { q })).items.map(({ person }) => person.name)).toEqual(expected);
  });

  it('are found by role', async () => {
    await communities.joinCommunity(bo, { communityId });
    await communities.grantRole(ada, { communityId, personId: bo.personId, role: 'mentor' });

    expect((await members(ada, { role: 'mentor' })).items.map(({ person }) => person.name)).toEqual(['Bo Ek']);
  });

  it.each([1, 2, 3, 7, 100])(
    'come exactly once each in pages of %i, even those who came in the same instant',
    async (limit) => {
      for (let number = 0; number < 8; number++) {
        await communities.joinCommunity(await scene.person(`Person ${number}`), { communityId });
        if (number % 3 === 0) scene.clock.pass(1);
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await members(ada, cursor === undefined ? { limit } : { limit, cursor });
        seen.push(...page.items.map(({ person }) => person.id ?? ''));
        cursor = page.nextCursor;
      } while (cursor !== undefined);

      expect(seen).toHaveLength(9);
      expect(new Set(seen).size).toBe(9);
    },
  );
});

describe('terms', () => {
  const until = '2026-03-12T09:00:00.000Z';

  beforeEach(async () => {
    await communities.joinCommunity(bo, { communityId });
    await communities.grantRole(ada, { communityId, personId: bo.personId, role: 'facilitator', until });
  });

  it('give rights until they are over, then end by themselves', async () => {
    expect(certain(await communities.seeCommunity(bo, { communityId })).abilities.edit).toBe(true);
    scene.clock.pass(10);

    expect(certain(await communities.seeCommunity(bo, { communityId }))).toMatchObject({
      myRoles: [],
      abilities: { edit: false },
      rolesWanted: expect.arrayContaining(['facilitator']),
    });
    expect(await communities.editCommunity(bo, { communityId, purpose: 'Something else' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('that are over are shown to those who can renew them', async () => {
    scene.clock.pass(10);

    const ofBo = async (by: Actor) =>
      (await members(by)).items.find(({ person }) => person.name === 'Bo Ek')?.roles.map(({ overdue }) => overdue);

    expect(await ofBo(ada)).toEqual([true]);
    expect(await ofBo(bo)).toEqual([]);
  });

  it('of a coordinator are only shown to be over', async () => {
    await communities.grantRole(ada, { communityId, personId: ada.personId, role: 'coordinator', until });
    scene.clock.pass(30);

    const seen = certain(await communities.seeCommunity(ada, { communityId }));

    expect(seen.roleHolders).toMatchObject([{ role: 'coordinator', until, overdue: true }]);
    expect(seen.abilities.grantRoles).toBe(true);
  });
});

it('a coordinator hands the community over and leaves', async () => {
  await communities.joinCommunity(bo, { communityId });

  const handed = certain(
    await communities.handOverRole(ada, { communityId, role: 'coordinator', toPersonId: bo.personId }),
  );

  expect(handed).toMatchObject({ roleHolders: [{ person: { name: 'Bo Ek' } }], myRoles: [] });
  expect((await communities.leaveCommunity(ada, { communityId })).ok).toBe(true);
  expect(await communities.removeMember(bo, { communityId, personId: bo.personId })).toEqual({
    ok: false,
    reason: 'successor-needed',
  });
});
