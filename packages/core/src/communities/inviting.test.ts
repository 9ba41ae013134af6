import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import type { Entry } from './archetype.ts';

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

describe('asking to come in', () => {
  beforeEach(async () => {
    communityId = await founded('on-request');
  });

  it('waits for somebody who admits', async () => {
    const asked = certain(await communities.joinCommunity(bo, { communityId, message: 'I keep the forms' }));
    expect(asked).toMatchObject({
      standing: 'requested',
      memberCount: 1,
      abilities: { join: false, requestToJoin: false, withdrawRequest: true },
    });
    expect(asked.requestCount).toBeUndefined();

    expect(certain(await communities.listRequests(ada, { communityId, limit: 10 })).items).toEqual([
      {
        person: { id: bo.personId, name: 'Bo Ek', affiliation: 'Fabrikam', guest: false },
        message: 'I keep the forms',
        requestedAt: scene.clock.now().toISOString(),
      },
    ]);
    expect(await communities.listRequests(bo, { communityId, limit: 10 })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(certain(await communities.admitMember(ada, { communityId, personId: bo.personId }))).toMatchObject({
      memberCount: 2,
      requestCount: 0,
    });
    expect(certain(await communities.seeCommunity(bo, { communityId })).standing).toBe('member');
  });

  it('may be declined, with a reason that only the asker reads', async () => {
    await communities.joinCommunity(bo, { communityId });
    const reason = 'We are full until May';
    await communities.declineRequest(ada, { communityId, personId: bo.personId, reason });

    expect(certain(await communities.seeCommunity(bo, { communityId }))).toMatchObject({
      standing: 'none',
      declined: { reason },
      abilities: { requestToJoin: true },
    });
    expect(certain(await communities.seeCommunity(ada, { communityId })).declined).toBeUndefined();
  });

  it('may be withdrawn', async () => {
    await communities.joinCommunity(bo, { communityId });

    expect(certain(await communities.leaveCommunity(bo, { communityId }))).toMatchObject({
      left: true,
      community: { standing: 'none' },
    });
  });
});

describe('inviting', () => {
  it('is for people of the organisation', async () => {
    const stranger = await (await aScene(db())).person('Eve');

    expect(await communities.inviteMember(ada, { communityId, personId: stranger.personId })).toEqual({
      ok: false,
      reason: 'no-such-person',
    });
  });

  it('lists all invitations to those who admit, and one’s own to a member', async () => {
    const [cy, dee, fay] = [await scene.person('Cy'), await scene.person('Dee'), await scene.person('Fay')];
    await communities.joinCommunity(bo, { communityId });
    await communities.inviteMember(ada, { communityId, personId: cy.personId });
    await communities.inviteMember(bo, { communityId, personId: dee.personId });
    const invited = async (by: Actor) =>
      certain(await communities.listInvitations(by, { communityId, limit: 10 })).items.map(({ person }) => person.name);

    expect((await invited(ada)).toSorted()).toEqual(['Cy', 'Dee']);
    expect(await invited(bo)).toEqual(['Dee']);
    expect(await communities.listInvitations(fay, { communityId, limit: 10 })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('hides the community again when it is taken back', async () => {
    communityId = await founded('by-invitation');
    await communities.inviteMember(ada, { communityId, personId: bo.personId });
    await communities.withdrawInvitation(ada, { communityId, personId: bo.personId });

    expect(await communities.seeCommunity(bo, { communityId })).toEqual({ ok: false, reason: 'no-such-community' });
  });

  it('may be declined; what one may not see any more is not sent', async () => {
    communityId = await founded('by-invitation');
    await communities.inviteMember(ada, { communityId, personId: bo.personId });

    expect(certain(await communities.leaveCommunity(bo, { communityId }))).toEqual({ left: true });
  });
});
