import { beforeEach, describe, expect, it } from 'vitest';
import { StaleWriteError } from '../kernel/errors.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';

const db = testDatabase();

let scene: Scene;
let communities: Scene['core']['communities'];

beforeEach(async () => {
  scene = await aScene(db());
  ({ communities } = scene.core);
});

const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => scene.person(`Person ${index}`)));
const guild = {
  archetype: 'guild',
  name: 'Accessibility guild',
  purpose: 'So that everybody can use it',
  topics: [],
} as const;
const holders = async (communityId: string) =>
  (await db().selectFrom('role_grant').selectAll().where('community_id', '=', communityId).execute()).length;

describe('at the same time', () => {
  it('of two last coordinators only one leaves', async () => {
    const [ada, bo] = await people(2);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));
    await communities.joinCommunity(bo!, { communityId });
    await communities.grantRole(ada!, { communityId, personId: bo!.personId, role: 'coordinator' });

    const left = await Promise.all([ada!, bo!].map((who) => communities.leaveCommunity(who, { communityId })));

    expect(left.map((one) => (one.ok ? 'left' : one.reason)).toSorted()).toEqual(['left', 'successor-needed']);
    expect(await holders(communityId)).toBe(1);
  });

  it('two coordinators who end each other’s role leave one', async () => {
    const [ada, bo] = await people(2);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));
    await communities.joinCommunity(bo!, { communityId });
    await communities.grantRole(ada!, { communityId, personId: bo!.personId, role: 'coordinator' });

    const ended = await Promise.all([
      communities.endRole(ada!, { communityId, personId: bo!.personId, role: 'coordinator' }),
      communities.endRole(bo!, { communityId, personId: ada!.personId, role: 'coordinator' }),
    ]);

    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await holders(communityId)).toBe(1);
  });

  it('twenty people join and are counted right', async () => {
    const [ada, ...others] = await people(21);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));

    const joined = await Promise.all(others.map((who) => communities.joinCommunity(who, { communityId })));

    expect(joined.filter(({ ok }) => ok)).toHaveLength(20);
    expect(certain(await communities.seeCommunity(ada!, { communityId })).memberCount).toBe(21);
  });

  it('one person who presses twice joins once', async () => {
    const [ada, bo] = await people(2);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));

    const joined = await Promise.all([1, 2].map(() => communities.joinCommunity(bo!, { communityId })));

    expect(joined.map((one) => (one.ok ? 'joined' : one.reason)).toSorted()).toEqual(['already-member', 'joined']);
    expect(certain(await communities.seeCommunity(ada!, { communityId })).memberCount).toBe(2);
  });

  it('nobody slips in while the community is closed', async () => {
    const [ada, ...others] = await people(9);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));

    const [, ...joined] = await Promise.all([
      communities.closeCommunity(ada!, { communityId, reason: 'Enough of it' }),
      ...others.map((who) => communities.joinCommunity(who, { communityId })),
    ]);

    const { rows } = {
      rows: await db().selectFrom('membership').select('since').where('state', '=', 'member').execute(),
    };
    const inTime = joined.filter(({ ok }) => ok).length;
    expect(rows).toHaveLength(inTime + 1);
    expect(joined.every((one) => one.ok || one.reason === 'community-closed')).toBe(true);
  });

  it('two founders of one name end up with one community', async () => {
    const founders = await people(6);

    const founded = await Promise.all(founders.map((who) => communities.foundCommunity(who, { ...guild, topics: [] })));

    expect(founded.map((one) => (one.ok ? 'founded' : one.reason)).toSorted()).toEqual([
      'founded',
      ...Array.from({ length: 5 }, () => 'name-taken'),
    ]);
  });

  it('two communities that connect one place end up with one of them there', async () => {
    const [ada, bo] = await people(2);
    const [first, second] = [
      certain(await communities.foundCommunity(ada!, { ...guild, topics: [] })),
      certain(await communities.foundCommunity(bo!, { ...guild, topics: [], name: 'Another' })),
    ];
    const place = { kind: 'teams-chat', externalId: '19:chat', name: 'Chat' } as const;

    const connected = await Promise.all([
      communities.connectPlace(ada!, { communityId: first.id, ...place }),
      communities.connectPlace(bo!, { communityId: second.id, ...place }),
    ]);

    expect(connected.map((one) => (one.ok ? 'there' : one.reason)).toSorted()).toEqual(['place-taken', 'there']);
  });

  it('of two editors who read the same revision one is told', async () => {
    const [ada] = await people(1);
    const { id: communityId, revision } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));

    const edited = await Promise.all(
      ['For all of us', 'For each of us'].map((purpose) =>
        communities.editCommunity(ada!, { communityId, ifRevision: revision, purpose }),
      ),
    );

    expect(edited.map((one) => (one.ok ? 'edited' : one.reason)).toSorted()).toEqual(['changed-meanwhile', 'edited']);
  });

  it('an edit is never lost to another one without a revision', async () => {
    const [ada] = await people(1);
    const { id: communityId } = certain(await communities.foundCommunity(ada!, { ...guild, topics: [] }));

    await Promise.all([
      communities.editCommunity(ada!, { communityId, purpose: 'For all of us' }),
      communities.editCommunity(ada!, { communityId, charter: 'We are kind' }),
    ]).catch((error: unknown) => expect(error).toBeInstanceOf(StaleWriteError));

    expect(certain(await communities.seeCommunity(ada!, { communityId }))).toMatchObject({
      purpose: 'For all of us',
      charter: 'We are kind',
    });
  });
});
