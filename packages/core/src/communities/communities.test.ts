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
let partner: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ({ communities } = scene.core);
  [ada, bo, partner] = [
    await scene.person('Ada Byron', { affiliation: 'Research' }),
    await scene.person('Bo Ek'),
    await scene.person('Pia Gast', { guest: true, affiliation: 'Fabrikam' }),
  ];
});

const guild: FoundCommunityInput = {
  archetype: 'guild',
  name: 'Accessibility guild',
  purpose: 'So that everybody can use what we make',
  topics: ['accessibility'],
};
const founded = async (given: Partial<FoundCommunityInput> = {}, by = ada) =>
  certain(await communities.foundCommunity(by, { ...guild, ...given }));

describe('a community', () => {
  it('is seen by colleagues as its founder made it', async () => {
    const { id } = await founded({ domain: 'Making things usable', welcome: 'Say hello' });

    const seen = certain(await communities.seeCommunity(bo, { communityId: id }));

    expect(seen).toMatchObject({
      name: 'Accessibility guild',
      domain: 'Making things usable',
      memberCount: 1,
      standing: 'none',
      stage: 'potential',
      roleHolders: [{ person: { name: 'Ada Byron', affiliation: 'Research' }, role: 'coordinator', overdue: false }],
      rolesWanted: ['facilitator', 'knowledge-steward', 'mentor'],
      abilities: { join: true, leave: false, edit: false, ask: false },
    });
    expect(seen.welcome).toBeUndefined();
    expect(certain(await communities.seeCommunity(ada, { communityId: id })).welcome).toBe('Say hello');
  });

  it('does not exist for another organisation', async () => {
    const { id } = await founded();
    const elsewhere = await (await aScene(db())).person('Eve');

    expect(await communities.seeCommunity(elsewhere, { communityId: id })).toEqual({
      ok: false,
      reason: 'no-such-community',
    });
    expect(await communities.joinCommunity(elsewhere, { communityId: id })).toEqual({
      ok: false,
      reason: 'no-such-community',
    });
  });

  it.each([
    ['open', 'organisation', true, false],
    ['open', 'partners', true, true],
    ['on-request', 'organisation', true, false],
    ['on-request', 'partners', true, true],
    ['by-invitation', 'partners', false, false],
  ] as const)(
    'that is %s, for the %s, is there for colleagues: %s, for guests: %s',
    async (visibility, reach, ...seen) => {
      const { id } = await founded({ visibility, reach });
      const see = async (actor: Actor) => (await communities.seeCommunity(actor, { communityId: id })).ok;
      const listed = async (actor: Actor) => {
        const { items } = certain(await communities.listDirectory(actor, { limit: 10 }));
        return items.some((one) => one.id === id);
      };

      expect([await see(bo), await see(partner)]).toEqual(seen);
      expect([await listed(bo), await listed(partner)]).toEqual(seen);
    },
  );

  it('by invitation opens to the invited, who read who invited them', async () => {
    const { id: communityId } = await founded({ visibility: 'by-invitation' });
    await communities.inviteMember(ada, { communityId, personId: bo.personId, message: 'You know this best' });

    const seen = certain(await communities.seeCommunity(bo, { communityId }));

    expect(seen).toMatchObject({
      standing: 'invited',
      invitation: { by: { name: 'Ada Byron' }, message: 'You know this best' },
      abilities: { join: true, acceptInvitation: true },
    });
    expect(certain(await communities.joinCommunity(bo, { communityId })).standing).toBe('member');
  });

  it('shows an erased person as somebody who was there', async () => {
    const { id: communityId } = await founded();
    await communities.joinCommunity(bo, { communityId });
    await communities.grantRole(ada, { communityId, personId: bo.personId, role: 'expert' });
    await db().updateTable('person').set({ state: 'erased', name: '' }).where('id', '=', bo.personId).execute();

    const { roleHolders } = certain(await communities.seeCommunity(ada, { communityId }));

    expect(roleHolders[1]?.person).toEqual({ name: 'Former member', guest: false });
  });

  it('keeps living names apart, however they are written', async () => {
    const first = await founded({ name: 'Café makers' });

    expect(await communities.foundCommunity(bo, { ...guild, name: 'CAFE MAKERS' })).toEqual({
      ok: false,
      reason: 'name-taken',
    });
    await communities.closeCommunity(ada, { communityId: first.id, reason: 'Enough coffee' });
    expect((await communities.foundCommunity(bo, { ...guild, name: 'CAFE MAKERS' })).ok).toBe(true);
    expect(await communities.reopenCommunity(ada, { communityId: first.id })).toEqual({
      ok: false,
      reason: 'name-taken',
    });
  });

  it('by invitation neither takes a name nor tells that it exists', async () => {
    await founded({ name: 'Leadership circle', visibility: 'by-invitation' });

    expect((await communities.foundCommunity(bo, { ...guild, name: 'Leadership circle' })).ok).toBe(true);
  });
});

describe('editing', () => {
  it('answers with the next revision, and refuses whoever read the one before', async () => {
    const { id: communityId, revision } = await founded();

    const edited = certain(
      await communities.editCommunity(ada, { communityId, ifRevision: revision, purpose: 'For all of us' }),
    );

    expect(edited).toMatchObject({ purpose: 'For all of us', revision: revision + 1 });
    expect(await communities.editCommunity(ada, { communityId, ifRevision: revision, purpose: 'For me' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });

  it('ticks off first steps', async () => {
    const { id: communityId, firstSteps } = await founded();
    const done = firstSteps.map((step, index) => ({ ...step, done: index === 0 }));

    expect(certain(await communities.editCommunity(ada, { communityId, firstSteps: done })).firstSteps).toEqual(done);
  });

  it('writes facts beside the change, and none when nothing changed', async () => {
    const { id: communityId, name } = await founded();
    await communities.editCommunity(ada, { communityId, name });
    await communities.editCommunity(ada, { communityId, purpose: 'For all of us' });

    const facts = await db().selectFrom('outbox').select(['type', 'payload']).orderBy('position').execute();

    expect(facts.map(({ type }) => type)).toEqual([
      'community.founded',
      'membership.joined',
      'role.granted',
      'community.edited',
    ]);
    expect(facts.at(-1)?.payload).toEqual({ communityId, by: ada.personId, visibility: 'open' });
  });
});

it('an administrator helps where a coordinator cannot, but does not look into circles by invitation', async () => {
  const administrator = await scene.person('Ann', { administrator: true });
  const open = await founded();
  const circle = await founded({ name: 'Circle', visibility: 'by-invitation' });

  expect(certain(await communities.seeCommunity(administrator, { communityId: open.id })).abilities).toMatchObject({
    edit: true,
    grantRoles: true,
    draftPractice: false,
  });
  expect(await communities.seeCommunity(administrator, { communityId: circle.id })).toEqual({
    ok: false,
    reason: 'no-such-community',
  });
});
