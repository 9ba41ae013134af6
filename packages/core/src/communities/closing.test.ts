import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import type { FoundCommunityInput } from './contract.ts';

const db = testDatabase();

let scene: Scene;
let communities: Scene['core']['communities'];
let ada: Actor;
let bo: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ({ communities } = scene.core);
  [ada, bo] = [await scene.person('Ada Byron'), await scene.person('Bo Ek')];
});

const guild: FoundCommunityInput = {
  archetype: 'guild',
  name: 'Accessibility guild',
  purpose: 'So that everybody can use what we make',
  topics: ['accessibility'],
};
const founded = async (given: Partial<FoundCommunityInput> = {}, by = ada) =>
  certain(await communities.foundCommunity(by, { ...guild, ...given }));

describe('closing with dignity', () => {
  it('keeps reading, members and history, and stops writing', async () => {
    const { id: communityId } = await founded();
    await communities.joinCommunity(bo, { communityId });
    await communities.changeStage(ada, { communityId, stage: 'maturing', note: 'Two of us' });

    const shut = certain(await communities.closeCommunity(ada, { communityId, reason: 'We did what we came for' }));

    expect(shut).toMatchObject({
      stage: 'closed',
      memberCount: 2,
      closed: { reason: 'We did what we came for' },
      abilities: { reopen: true, edit: false, draftPractice: false, invite: false },
    });
    expect(shut.stageHistory.map(({ stage }) => stage)).toEqual(['potential', 'maturing', 'closed']);
    expect(certain(await communities.listMembers(bo, { communityId, limit: 10 })).items).toHaveLength(2);
    expect(await communities.editCommunity(ada, { communityId, purpose: 'Something else' })).toEqual({
      ok: false,
      reason: 'community-closed',
    });
    expect(certain(await communities.listDirectory(bo, { limit: 10 })).items).toEqual([]);
    expect(certain(await communities.listDirectory(bo, { limit: 10, stage: 'closed' })).items).toHaveLength(1);
    expect(certain(await communities.reopenCommunity(ada, { communityId }))).toMatchObject({ stage: 'maturing' });
  });

  it('lets the last coordinator go; whoever opens it again coordinates it', async () => {
    const { id: communityId } = await founded();
    await communities.closeCommunity(ada, { communityId, reason: 'We did what we came for' });
    expect((await communities.leaveCommunity(ada, { communityId })).ok).toBe(true);
    const administrator = await scene.person('Ann', { administrator: true });

    expect(certain(await communities.reopenCommunity(administrator, { communityId }))).toMatchObject({
      standing: 'member',
      memberCount: 1,
      myRoles: ['coordinator'],
    });
  });
});

describe('a place', () => {
  const place = { kind: 'teams-channel', externalId: '19:a|19:b', name: 'General' } as const;

  it('tells which community meets there, to those who may see it', async () => {
    const { id: communityId } = await founded({ visibility: 'by-invitation' });
    const { connections } = certain(await communities.connectPlace(ada, { communityId, ...place }));

    expect(connections).toEqual([{ id: expect.any(String), ...place }]);
    expect(certain(await communities.findAtPlace(ada, place)).id).toBe(communityId);
    expect(await communities.findAtPlace(bo, place)).toEqual({ ok: false, reason: 'no-such-community' });
    expect(await communities.findAtPlace(ada, { ...place, externalId: 'else' })).toEqual({
      ok: false,
      reason: 'no-such-community',
    });
  });

  it('is refused to a second community until the first has left it', async () => {
    const first = await founded();
    const second = await founded({ name: 'Second guild' });
    const { connections } = certain(await communities.connectPlace(ada, { communityId: first.id, ...place }));
    const again = () => communities.connectPlace(ada, { communityId: second.id, ...place });

    expect(await again()).toEqual({ ok: false, reason: 'place-taken' });
    const connectionId = connections[0]?.id ?? '';
    expect(
      certain(await communities.disconnectPlace(ada, { communityId: first.id, connectionId })).connections,
    ).toEqual([]);
    expect((await again()).ok).toBe(true);
  });
});
