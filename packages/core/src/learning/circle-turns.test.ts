import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
const TURN = 'It is your turn to lead the next meeting of “Page reviewers”';
let scene: NoticeScene;
let peers: readonly [Actor, Actor, ...Actor[]];
let communityId: string;
let circleId: string;

/** The first words of all messages that are sent from now on. */
async function told(): Promise<readonly string[]> {
  scene.sent.length = 0;
  await scene.deliver();
  return scene.sent.flatMap(({ to, message }) =>
    message.items
      .filter(({ what }) => what === 'circle-turn')
      .map(({ title }) => `${'conversationId' in to ? to.conversationId : ''} ${title}`),
  );
}
const note = (number: number) =>
  scene.core.learning.noteCircleMeeting(peers[1], { circleId, number, heldOn: '2026-03-02', note: '' });

beforeEach(async () => {
  scene = await aNoticeScene(db());
  const [first, second, ...others] = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => scene.reached(`P${n}`)));
  peers = [first!, second!, ...others];
  communityId = await scene.community(peers[0], 'Accessibility guild', peers.slice(1));
  const founded = await scene.core.learning.foundCircle(peers[0], {
    communityId,
    title: 'Page reviewers',
    purpose: 'To review pages together.',
    topics: [],
    rhythm: 'every-two-weeks',
    size: 6,
    meetings: 3,
  });
  circleId = certain(founded).id;
  for (const peer of peers.slice(1)) certain(await scene.core.learning.joinCircle(peer, { circleId }));
  certain(await scene.core.learning.beginCircle(peers[0], { circleId }));
});

describe('whoever leads the next meeting of a circle', () => {
  it('is told so when it begins, after each meeting, and never after the last one', async () => {
    expect(await told()).toEqual([`a:p1 ${TURN}`]);
    certain(await note(1));
    expect(await told()).toEqual([`a:p2 ${TURN}`]);
    certain(await note(2));
    expect(await told()).toEqual([`a:p3 ${TURN}`]);
    certain(await note(3));
    expect(await told()).toEqual([]);
  });

  it('hears why, and finds it among their messages with the way to it', async () => {
    await scene.deliver();
    const item = scene.sent.flatMap(({ message }) => message.items).find(({ what }) => what === 'circle-turn');
    const words = { kind: 'mentoring', title: TURN, because: 'You are one of its peers, and they lead in turn.' };
    const link = { kind: 'circle', id: circleId };
    expect(item).toMatchObject({ ...words, link, community: { id: communityId } });
    const { items } = certain(await scene.core.notifications.listNotifications(peers[0], { limit: 9 }));
    expect(items.filter(({ title }) => title === TURN)).toMatchObject([{ ...words, link, state: 'sent' }]);
  });

  it('is told when the one before leaves, who hears nothing more', async () => {
    certain(await scene.core.learning.leaveCircle(peers[0], { circleId }));
    expect(await told()).toEqual([`a:p2 ${TURN}`]);
  });

  it('is told when the one before leaves the community or is removed from it, and so is no peer any more', async () => {
    certain(await note(1));
    await told();
    certain(await scene.core.communities.leaveCommunity(peers[1], { communityId }));
    expect(await told()).toEqual([`a:p3 ${TURN}`]);
    certain(await scene.core.communities.removeMember(peers[0], { communityId, personId: peers[2]!.personId }));
    expect(await told()).toEqual([`a:p4 ${TURN}`]);
    const [circle] = certain(await scene.core.learning.seeCircles(peers[2]!, { communityId, limit: 5 })).items;
    expect(circle).toMatchObject({ mine: false, held: [], peers: [{}, {}, {}, {}] });
  });

  it('is told when the one before is erased; when the last peer is, the circle ends', async () => {
    const { identity, learning } = scene.core;
    certain(await note(1));
    await told();
    certain(await identity.eraseMe(peers[1], { confirm: 'erase' }));
    expect(await told()).toEqual([`a:p3 ${TURN}`]);
    certain(await identity.eraseMe(peers[3]!, { confirm: 'erase' }));
    expect(await told()).toEqual([]);
    for (const peer of [peers[0], peers[4]!, peers[5]!]) certain(await learning.leaveCircle(peer, { circleId }));
    const circle = async () => certain(await learning.seeCircles(peers[0], { communityId, limit: 5 })).items[0];
    expect(await circle()).toMatchObject({ state: 'meeting', peers: [{}] });
    certain(await identity.eraseMe(peers[2]!, { confirm: 'erase' }));
    await scene.settle();
    expect(await circle()).toMatchObject({ state: 'closed', peers: [] });
  });

  it('is told when the one before becomes one with somebody who has led, and is another one then', async () => {
    const { identity } = scene.core;
    certain(await note(1));
    await told();
    const { code } = certain(await identity.issueLinkCode(peers[0]));
    certain(await identity.redeemLinkCode(peers[1], { code }));
    expect(await told()).toEqual([`a:p3 ${TURN}`]);
  });

  it('is not told when it is held until the meeting has been noted', async () => {
    await scene.settle();
    scene.clock.pass(0.01);
    certain(await note(1));
    expect(await told()).toEqual([`a:p2 ${TURN}`]);
  });

  it('is not told when they have turned it off, and waits for their working hours', async () => {
    certain(await scene.core.notifications.editPreferences(peers[0], { usual: { mentoring: 'never' } }));
    expect(await told()).toEqual([]);
    // In the evening in Berlin.
    scene.clock.pass(10 / 24);
    certain(await note(1));
    expect(await told()).toEqual([]);
    scene.clock.pass(13 / 24);
    expect(await told()).toEqual([`a:p2 ${TURN}`]);
  });
});
