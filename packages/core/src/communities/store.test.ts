import { beforeEach, expect, it } from 'vitest';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Actor } from '../kernel/actor.ts';
import { createRelay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, nextId, type Scene } from '../testing/scene.ts';
import { activitySubscriber } from './activity-store.ts';
import { edit } from './community.ts';
import { liveliness, NEWCOMER_BOOST } from './liveliness.ts';
import { join } from './membership.ts';
import { sqlMembershipStore } from './membership-store.ts';
import { sqlCommunityStore } from './store.ts';

const db = testDatabase();

let scene: Scene;
let ada: Actor;
let bo: Actor;
let communityId: string;

const stores = () => ({
  communities: sqlCommunityStore({ db: db(), newId: nextId }),
  memberships: sqlMembershipStore({ db: db(), newId: nextId }),
});
const seenBy = async (actor: Actor) => {
  const situation = await stores().communities.find(actor, communityId);
  if (!situation) throw new Error('It should be there');
  return situation;
};

beforeEach(async () => {
  scene = await aScene(db());
  [ada, bo] = [await scene.person('Ada'), await scene.person('Bo')];
  const guild = { archetype: 'guild', name: 'Guild', purpose: 'So that we all learn', topics: ['craft'] } as const;
  communityId = certain(await scene.core.communities.foundCommunity(ada, { ...guild, topics: ['craft'] })).id;
});

it('a community comes back as it was saved', async () => {
  const before = await seenBy(ada);
  const changed = certain(
    edit(
      before,
      { charter: 'Be kind', topics: ['craft', 'quality'], firstSteps: [{ text: 'Meet', done: true }] },
      {
        at: scene.clock.now(),
      },
    ),
  );
  if (!changed) throw new Error('It should have changed');

  await stores().communities.save(changed, { claimsName: false, at: scene.clock.now() });

  expect((await seenBy(ada)).community).toEqual(changed.state);
});

it('the second of two who saved the same revision is turned away', async () => {
  const situation = await seenBy(ada);
  const [first, second] = ['For all', 'For each'].map((purpose) =>
    certain(edit(situation, { purpose }, { at: scene.clock.now() })),
  );
  const save = (one = first) => stores().communities.save(one!, { claimsName: false, at: scene.clock.now() });
  await save(first);

  await expect(save(second)).rejects.toThrow(StaleWriteError);
  expect((await seenBy(ada)).community.purpose).toBe('For all');
});

it('a move is turned away once the community is not as its rule saw it', async () => {
  const situation = await seenBy(bo);
  const joined = certain(join(situation, { message: undefined, at: scene.clock.now() }));
  await scene.core.communities.closeCommunity(ada, { communityId, reason: 'Enough of it' });

  await expect(stores().memberships.save(joined, scene.clock.now())).rejects.toThrow(StaleWriteError);
  expect((await seenBy(bo)).me).toBeUndefined();
  expect(await db().selectFrom('outbox').selectAll().where('type', '=', 'membership.joined').execute()).toHaveLength(1);
});

it('how lively it is follows from what happened, once per fact', async () => {
  const relay = createRelay({ db: db(), subscribers: [activitySubscriber], now: scene.clock.now });
  await relay.drain();
  const row = () =>
    db()
      .selectFrom('community')
      .select(['activity', 'liveliness'])
      .where('id', '=', communityId)
      .executeTakeFirstOrThrow();
  const before = await row();
  // The founder joined and became coordinator.
  expect(before.activity).toBeCloseTo(NEWCOMER_BOOST + 4);

  scene.clock.pass(14);
  await scene.core.communities.joinCommunity(bo, { communityId });
  await relay.drain();
  await relay.drain();

  const after = await row();
  expect(after.activity).toBeCloseTo((NEWCOMER_BOOST + 4) / 2 + 3);
  expect(after.liveliness).toBeCloseTo(liveliness({ activity: after.activity, last: scene.clock.now() }));
  expect(after.liveliness).toBeGreaterThan(before.liveliness);
});
