import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import type { CircleMeetingInput } from './contract.ts';

const db = testDatabase();
let scene: Scene;
let peers: readonly Actor[];
let communityId: string;
let circleId: string;

const learning = () => scene.core.learning;
const seen = async (actor: Actor) => {
  const [circle] = certain(await learning().seeCircles(actor, { communityId, limit: 5 })).items;
  return circle;
};
const first = () => peers[0] as Actor;
const note = (given: Partial<CircleMeetingInput> = {}, by: Actor = first()) =>
  learning().noteCircleMeeting(by, { circleId, number: 1, heldOn: '2026-03-02', note: 'We listened.', ...given });

beforeEach(async () => {
  scene = await aScene(db());
  const founder = await scene.person('Peer 1');
  const community = await scene.core.communities.foundCommunity(founder, {
    archetype: 'leadership-circle',
    name: 'Team leads',
    purpose: 'To think together about leading teams',
    topics: ['leading'],
    visibility: 'open',
  });
  communityId = certain(community).id;
  const others = [];
  for (let number = 2; number <= 9; number += 1) {
    const actor = await scene.person(`Peer ${number}`);
    certain(await scene.core.communities.joinCommunity(actor, { communityId }));
    others.push(actor);
  }
  peers = [founder, ...others];
  const circle = await learning().foundCircle(founder, {
    communityId,
    title: 'First year as a lead',
    purpose: 'To not be alone with it',
    topics: [],
    rhythm: 'every-two-weeks',
    size: 8,
    meetings: 3,
  });
  circleId = certain(circle).id;
});

describe('a circle', () => {
  it('takes no more peers than it has places, however many come at once', async () => {
    // Whoever loses the race twice is told to try again, and does.
    await Promise.allSettled(peers.map((actor) => learning().joinCircle(actor, { circleId })));
    const refused = [];
    for (const actor of peers) {
      const joined = await learning().joinCircle(actor, { circleId });
      if (!joined.ok) refused.push(joined.reason);
    }
    expect((await seen(first()))?.peers).toHaveLength(8);
    expect(refused).toEqual(['circle-full']);
  });

  it('begins when six are there, and then takes nobody new', async () => {
    for (const actor of peers.slice(1, 5)) certain(await learning().joinCircle(actor, { circleId }));
    expect(await learning().beginCircle(first(), { circleId })).toMatchObject({ reason: 'too-few-peers' });
    certain(await learning().joinCircle(peers[5] as Actor, { circleId }));
    certain(await learning().beginCircle(peers[5] as Actor, { circleId }));

    expect(await learning().joinCircle(peers[6] as Actor, { circleId })).toMatchObject({ reason: 'circle-began' });
    expect((await seen(first()))?.state).toBe('meeting');
  });

  it('is led by one peer after the other, and ends with its last meeting', async () => {
    for (const actor of peers.slice(1, 6)) certain(await learning().joinCircle(actor, { circleId }));
    certain(await learning().beginCircle(first(), { circleId }));
    const coming = [];
    for (const [number, heldOn] of [
      [1, '2026-03-02'],
      [2, '2026-03-16'],
      [3, '2026-03-30'],
    ] as const) {
      coming.push((await seen(first()))?.next);
      certain(await note({ number, heldOn }));
      scene.clock.pass(14);
    }
    expect(coming).toMatchObject([
      { number: 1, facilitator: { name: 'Peer 1' }, mine: true },
      { number: 2, facilitator: { name: 'Peer 2' }, mine: false, dueOn: '2026-03-16' },
      { number: 3, facilitator: { name: 'Peer 3' }, mine: false, dueOn: '2026-03-30' },
    ]);
    expect(coming[0]?.dueOn).toBeUndefined();
    expect(await seen(first())).toMatchObject({ state: 'closed', held: [{ number: 1 }, { number: 2 }, { number: 3 }] });
    expect(await note({ number: 4 })).toMatchObject({ reason: 'circle-not-meeting' });
  });

  it('counts a meeting once that two note at the same time, the last one too', async () => {
    for (const actor of peers.slice(1, 6)) certain(await learning().joinCircle(actor, { circleId }));
    certain(await learning().beginCircle(first(), { circleId }));
    for (const number of [1, 2, 3]) {
      const answers = await Promise.all([
        note({ number, note: 'Mine.' }),
        note({ number, note: 'Theirs.' }, peers[1] as Actor),
      ]);
      expect(answers.map((one) => (one.ok ? 'ok' : one.reason)).toSorted()).toEqual(['meeting-already-noted', 'ok']);
      expect((await seen(first()))?.held).toHaveLength(number);
    }
  });

  it.each([
    [{ number: 2 }, 'meeting-not-next'],
    [{ heldOn: '2026-03-04' }, 'day-to-come'],
    [{ heldOn: '2026-02-28' }, 'day-before-beginning'],
  ])('refuses a meeting that cannot have been: %j', async (given, reason) => {
    for (const actor of peers.slice(1, 6)) certain(await learning().joinCircle(actor, { circleId }));
    certain(await learning().beginCircle(first(), { circleId }));
    expect(await note(given)).toEqual({ ok: false, reason });
  });

  it('keeps what was said among its peers', async () => {
    for (const actor of peers.slice(1, 6)) certain(await learning().joinCircle(actor, { circleId }));
    certain(await learning().beginCircle(first(), { circleId }));
    certain(await note());

    expect((await seen(peers[7] as Actor))?.held).toEqual([]);
    expect(await note({ number: 2 }, peers[7])).toMatchObject({ reason: 'not-a-peer' });
  });

  it('goes on without a peer who leaves, and ends when nobody is left', async () => {
    for (const actor of peers.slice(1, 6)) certain(await learning().joinCircle(actor, { circleId }));
    certain(await learning().beginCircle(first(), { circleId }));
    certain(await learning().leaveCircle(first(), { circleId }));
    expect((await seen(peers[1] as Actor))?.next?.facilitator?.name).toBe('Peer 2');
    certain(await note({}, peers[1]));
    certain(await learning().leaveCircle(peers[1] as Actor, { circleId }));
    expect((await seen(peers[2] as Actor))?.next?.facilitator?.name).toBe('Peer 3');
    for (const actor of peers.slice(1, 6)) certain(await learning().leaveCircle(actor, { circleId }));
    expect((await seen(first()))?.state).toBe('closed');
  });

  it('is for members of its community', async () => {
    const stranger = await scene.person('Stranger');
    expect(await learning().joinCircle(stranger, { circleId })).toMatchObject({ reason: 'not-taking-part' });
  });

  it('is for people: a service account takes no place in it', async () => {
    const [, robot] = peers;
    await db().updateTable('person').set({ service_account: true }).where('id', '=', robot!.personId).execute();
    expect(await learning().joinCircle(robot!, { circleId })).toMatchObject({ reason: 'service-account' });
    expect((await seen(first()))?.peers).toHaveLength(1);
  });
});
