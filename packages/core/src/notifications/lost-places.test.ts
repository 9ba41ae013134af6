import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // member
let dee: Actor; // colleague, no member
let communityId: string;

const schedule = (given = {}) => scene.schedule(ana, communityId, given);
const answer = (who: Actor, occurrenceId: string, said: 'going' | 'maybe' | 'not-going' = 'going') =>
  value(scene.core.gatherings.answerGathering(who, { occurrenceId, answer: said }));
const edit = (gatheringId: string, given: object) =>
  value(scene.core.gatherings.editGathering(ana, { gatheringId, ...given }));
const remove = (who: Actor) => value(scene.core.communities.removeMember(ana, { communityId, personId: who.personId }));
const told = async () => {
  await scene.deliver();
  return scene.sent.flatMap(({ to, message }) =>
    message.items.map(({ title, because }) => `${to.by === 'bot' ? to.conversationId : ''}: ${title}. ${because}`),
  );
};
const NOT_OPEN = 'A gathering of Welders is no longer open to you.';

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ana = await scene.reached('Ana');
  ben = await scene.reached('Ben');
  cem = await scene.reached('Cem');
  dee = await scene.reached('Dee');
  communityId = await scene.community(ana, 'Welders', [ben, cem]);
  for (const who of [ben, cem]) await scene.prefer(who, { 'new-gathering': 'never', 'community-news': 'never' });
  await scene.deliver();
  scene.sent.length = 0;
});

describe('whoever loses a place in what they may not see any more is told why, and what they can do', () => {
  it('when they are removed from the community: once of a series, with the first date as they knew it', async () => {
    const { id, later } = await schedule({ visibility: 'members', rule: 'FREQ=WEEKLY;COUNT=3' });
    for (const date of [id, later[0]!.id]) await answer(ben, date);
    await answer(ben, later[1]!.id, 'not-going');
    await remove(ben);
    expect(await told()).toEqual([
      `a:ben: ${NOT_OPEN} You had answered to Wed 4 Mar, 15:00 CET, and 1 more. ` +
        'You are no longer a member of its community. To come, ask a coordinator whether you may join again.',
    ]);
  });

  it('when it is for members from now on, also from the waiting list, and the link leads to the community', async () => {
    const { id, gatheringId } = await schedule({ capacity: 1, description: 'A secret.' });
    await answer(ben, id);
    await answer(dee, id);
    await edit(gatheringId, { visibility: 'members', title: 'Another secret' });
    expect(await told()).toEqual([
      `a:dee: ${NOT_OPEN} You had answered to Wed 4 Mar, 15:00 CET. ` +
        'It is only for members from now on. To come, join its community.',
    ]);
    expect(scene.sent[0]?.message.items[0]?.link).toEqual({ kind: 'community', id: communityId });
    const { items } = await value(scene.core.notifications.listNotifications(dee, { limit: 5 }));
    expect(items).toMatchObject([{ title: NOT_OPEN.slice(0, -1), link: { kind: 'community', id: communityId } }]);
    expect(JSON.stringify([scene.sent, items])).not.toMatch(/secret|Round/u);
  });

  it('when the community is by invitation from now on, whose name their list of messages does not show', async () => {
    const { id } = await schedule();
    await answer(dee, id, 'maybe');
    await value(scene.core.communities.editCommunity(ana, { communityId, visibility: 'by-invitation' }));
    expect(await told()).toEqual([
      `a:dee: ${NOT_OPEN} You had answered to Wed 4 Mar, 15:00 CET. ` +
        'Its community is by invitation from now on. To come, ask one of its members to invite you.',
    ]);
    const { items } = await value(scene.core.notifications.listNotifications(dee, { limit: 5 }));
    expect(items).toMatchObject([{ title: 'A gathering of a community is no longer open to you' }]);
    expect(items[0]?.link).toBeUndefined();
  });

  it('before it begins, on a Saturday too; and not any more once it is over', async () => {
    const saturday = { visibility: 'members', startsLocal: '2026-03-07T19:00', endsLocal: '2026-03-07T21:00' };
    const { id } = await schedule(saturday);
    await answer(ben, id);
    await answer(cem, id);
    await scene.deliver();
    scene.clock.pass((Date.parse('2026-03-07T15:00:00Z') - scene.clock.now().getTime()) / 86_400_000);
    await remove(ben);
    expect((await told()).map((line) => line.slice(0, 6))).toEqual(['a:ben:']);
    await remove(cem);
    await scene.settle();
    scene.clock.pass(1);
    await scene.deliver();
    expect(scene.sent).toHaveLength(1);
  });

  it('but not of what they did themselves, nor who had said that they do not come', async () => {
    const { id, gatheringId } = await schedule();
    await answer(dee, id, 'not-going');
    await edit(gatheringId, { visibility: 'members' });
    await answer(ben, id);
    await value(scene.core.communities.leaveCommunity(ben, { communityId }));
    expect(await told()).toEqual([]);
  });
});

describe('whoever wanted to come to a date that a series has no more', () => {
  it('is told that, and that the new dates are open; others that it has a new time', async () => {
    const { id, gatheringId, series } = await schedule({ rule: 'FREQ=WEEKLY;COUNT=3' });
    await answer(ben, id);
    await answer(cem, id, 'not-going');
    const timing = { timeZone: 'Europe/Berlin', startsLocal: '2026-03-05T15:00', endsLocal: '2026-03-05T16:00' };
    await edit(gatheringId, { ifRevision: series.revision, timing: { ...timing, rule: 'FREQ=WEEKLY;COUNT=3' } });
    expect(await told()).toEqual([
      'a:ben: A date that you wanted to come to is no more: “Round”: Wed 4 Mar, 15:00 CET. ' +
        'The series has new dates. Those on its page are open: say there to which you come.',
    ]);
  });
});

it('whoever is told that something is called off reads why', async () => {
  const { id } = await schedule();
  await answer(ben, id);
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id, reason: 'The hall is flooded.' }));
  await told();
  expect(scene.sent[0]?.message.items[0]?.excerpt).toBe('The hall is flooded.');
});
