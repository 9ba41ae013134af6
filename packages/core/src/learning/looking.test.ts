import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aMentoringScene, type MentoringScene } from '../testing/mentoring-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: MentoringScene;

beforeEach(async () => {
  scene = await aMentoringScene(db());
});

const leave = (who: Actor) => scene.core.communities.leaveCommunity(who, { communityId: scene.communityId });
const close = () =>
  scene.core.communities.closeCommunity(scene.founder, { communityId: scene.communityId, reason: 'Done.' });
const apart = (who: Actor, from: Actor) => scene.core.introductions.keepApart(who, { personId: from.personId });

describe('looking for a mentor', () => {
  it('asks one who offers the topic, with the reason, and tells the seeker no name', async () => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();

    expect((await scene.mine(mentor)).seekers).toMatchObject([
      {
        person: { name: 'Sam' },
        goal: 'I want to review pages on my own.',
        because: 'You offer wcag. You two share 40 working hours a week.',
        state: 'asked',
      },
    ]);
    const [request] = (await scene.mine(seeker)).requests;
    expect(request).toMatchObject({ state: 'asked', askedCount: 1 });
    expect(JSON.stringify(request)).not.toContain(mentor.personId);
  });

  it('begins with the mentor’s yes, which said twice is said once', async () => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    const [asked] = (await scene.mine(mentor)).seekers;
    const yes = { requestId: asked?.requestId ?? '', accept: true };
    certain(await scene.learning.answerSeeker(mentor, yes));
    certain(await scene.learning.answerSeeker(mentor, yes));

    expect((await scene.mine(seeker)).mentorships).toMatchObject([
      { as: 'mentee', other: { name: 'Mo' }, state: 'active' },
    ]);
    expect((await scene.mine(mentor)).mentorships).toHaveLength(1);
    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'matched' }]);
  });

  it('goes on to the next mentor when one cannot, and asks nobody twice', async () => {
    const [one, two, seeker] = [await scene.member('Mo'), await scene.member('Nia'), await scene.member('Sam')];
    await scene.offers(one);
    await scene.offers(two);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    const first = (await scene.mine(one)).seekers.length > 0 ? one : two;
    const second = first === one ? two : one;
    certain(await scene.answer(first, false));
    await scene.pairAll();

    expect((await scene.mine(first)).seekers).toEqual([]);
    expect((await scene.mine(second)).seekers).toHaveLength(1);
    certain(await scene.answer(second, false));
    await scene.pairAll();
    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'looking', askedCount: 2 }]);
  });

  it('asks the one who was wished for first, and then the others', async () => {
    const [best, wished, seeker] = [await scene.member('Mo'), await scene.member('Nia'), await scene.member('Sam')];
    await scene.offers(best, { topics: ['wcag', 'forms'] });
    await scene.offers(wished);
    certain(await scene.looks(seeker, { topics: ['wcag', 'forms'], mentorId: wished.personId }));
    await scene.pairAll();
    expect((await scene.mine(wished)).seekers).toMatchObject([{ person: { name: 'Sam' }, wished: true }]);
    expect((await scene.mine(best)).seekers).toEqual([]);

    certain(await scene.answer(wished, false));
    await scene.pairAll();
    expect((await scene.mine(best)).seekers).toMatchObject([{ wished: false }]);
  });

  it('asks another where the one who was wished for has no room, or one of the two keeps apart from the other', async () => {
    const [full, apart, other] = [await scene.member('Mo'), await scene.member('Nia'), await scene.member('Ola')];
    for (const mentor of [full, apart]) await scene.offers(mentor);
    const [first, second, third] = [await scene.member('Sam'), await scene.member('Tom'), await scene.member('Uma')];
    certain(await scene.looks(first, { mentorId: full.personId }));
    await scene.pairAll();
    await scene.offers(other, { room: 2 });
    certain(await scene.core.introductions.keepApart(apart, { personId: third.personId }));
    certain(await scene.looks(second, { mentorId: full.personId }));
    certain(await scene.looks(third, { mentorId: apart.personId }));
    await scene.pairAll();
    expect((await scene.mine(full)).seekers).toMatchObject([{ person: { name: 'Sam' } }]);
    expect((await scene.mine(third)).requests).toMatchObject([{ state: 'asked', askedCount: 1 }]);
    expect((await scene.mine(other)).seekers.map(({ person }) => person.name)).toContain('Uma');
    expect((await scene.mine(second)).requests).toMatchObject([{ state: 'asked' }]);
  });

  it('takes a wish only for somebody else who offers it there', async () => {
    const [mentor, seeker, gone] = [await scene.member('Mo'), await scene.member('Sam'), await scene.member('Ola')];
    await scene.offers(seeker);
    await scene.offers(gone);
    certain(await scene.core.communities.leaveCommunity(gone, { communityId: scene.communityId }));
    for (const { personId: mentorId } of [mentor, seeker, gone, { personId: scene.communityId }]) {
      expect(await scene.looks(seeker, { mentorId })).toEqual({ ok: false, reason: 'no-such-mentor' });
    }
  });

  it('says of each who offers whether the viewer can wish for them', async () => {
    const [mentor, full, seeker] = [await scene.member('Mo'), await scene.member('Nia'), await scene.member('Sam')];
    for (const one of [mentor, full, seeker]) await scene.offers(one);
    certain(await scene.looks(await scene.member('Tom'), { mentorId: full.personId }));
    await scene.pairAll();
    certain(await scene.answer(full));
    const asks = async (actor: Actor) => {
      const seen = certain(await scene.learning.seeMentoring(actor, { communityId: scene.communityId, limit: 9 }));
      return seen.items.filter(({ ask }) => ask).map(({ person }) => person.name);
    };
    expect(await asks(seeker)).toEqual(['Mo']);
    expect(await asks(await scene.person('Zoe'))).toEqual([]);
    certain(await scene.looks(seeker));
    expect(await asks(seeker)).toEqual([]);
  });

  it('goes on after five days of silence; a late yes counts while nobody else was asked', async () => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    scene.clock.pass(4);
    await scene.wake();
    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'asked' }]);
    scene.clock.pass(2);
    await scene.wake();
    await scene.pairAll();

    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'looking' }]);
    expect((await scene.mine(mentor)).seekers).toMatchObject([{ state: 'silent' }]);
    certain(await scene.answer(mentor));
    expect((await scene.mine(seeker)).mentorships).toHaveLength(1);
  });

  it('brings nobody more seekers than they have room for', async () => {
    const mentor = await scene.member('Mo');
    await scene.offers(mentor, { room: 2 });
    for (const name of ['Ana', 'Ben', 'Cem']) certain(await scene.looks(await scene.member(name)));
    await scene.pairAll();
    await scene.pairAll();
    expect((await scene.mine(mentor)).seekers).toHaveLength(2);
  });

  it('lets a mentor say yes to no more than they have room for, however many say so at once', async () => {
    const mentor = await scene.member('Mo');
    await scene.offers(mentor, { room: 2 });
    for (const name of ['Ana', 'Ben']) certain(await scene.looks(await scene.member(name)));
    await scene.pairAll();
    const { seekers } = await scene.mine(mentor);
    await scene.offers(mentor, { room: 1 });
    const answers = await Promise.all(
      seekers.map(({ requestId }) => scene.learning.answerSeeker(mentor, { requestId, accept: true })),
    );

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.reason === 'no-room')).toHaveLength(1);
    expect((await scene.mine(mentor)).mentorships).toHaveLength(1);
  });

  it('can be done by two processes at once, and asks one mentor', async () => {
    const [one, two, seeker] = [await scene.member('Mo'), await scene.member('Nia'), await scene.member('Sam')];
    await scene.offers(one);
    await scene.offers(two);
    certain(await scene.looks(seeker));
    await Promise.all([scene.pairAll(), scene.pairAll(), scene.pairAll()]);
    expect([...(await scene.mine(one)).seekers, ...(await scene.mine(two)).seekers]).toHaveLength(1);
  });

  it('is one request at a time, also when it is sent twice at once', async () => {
    const seeker = await scene.member('Sam');
    const answers = await Promise.all([scene.looks(seeker), scene.looks(seeker)]);
    expect(answers.map((one) => (one.ok ? 'ok' : one.reason)).toSorted()).toEqual(['already-looking', 'ok']);
  });

  it('ends when it is withdrawn: the mentor who was asked is asked no more', async () => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    const [request] = certain(await scene.looks(seeker)).requests;
    await scene.pairAll();
    certain(await scene.learning.withdrawRequest(seeker, { requestId: request?.id ?? '' }));

    expect((await scene.mine(mentor)).seekers).toEqual([]);
    expect(await scene.learning.answerSeeker(mentor, { requestId: request?.id ?? '', accept: true })).toMatchObject({
      reason: 'not-asked-to-mentor',
    });
    certain(await scene.looks(seeker));
  });

  it.each<[string, (mentor: Actor) => Promise<unknown>]>([
    ['who has left the community', (mentor) => leave(mentor)],
    [
      'who has taken the offer back',
      (mentor) => scene.learning.withdrawOffer(mentor, { communityId: scene.communityId }),
    ],
    ['who had themselves erased', (mentor) => scene.core.identity.eraseMe(mentor, { confirm: 'erase' })],
  ])('asks nobody %s', async (_who, go) => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    await go(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'looking', askedCount: 0 }]);
  });

  it.each<[string, (mentor: Actor, seeker: Actor) => Promise<unknown>]>([
    ['the seeker has left', (_, seeker) => leave(seeker)],
    ['the mentor has left', (mentor) => leave(mentor)],
    ['the seeker keeps apart', (mentor, seeker) => apart(seeker, mentor)],
    ['the mentor keeps apart', (mentor, seeker) => apart(mentor, seeker)],
    ['the community is closed', () => close()],
  ])('begins nothing once %s', async (_why, go) => {
    const [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
    await scene.offers(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    const requestId = (await scene.mine(mentor)).seekers[0]?.requestId ?? '';
    certain((await go(mentor, seeker)) as Awaited<ReturnType<typeof leave>>);
    const refused = { ok: false, reason: 'no-longer-looking' };
    expect(await scene.learning.answerSeeker(mentor, { requestId, accept: true })).toEqual(refused);
    expect(await scene.mine(mentor)).toMatchObject({ seekers: [], mentorships: [] });
  });

  it('is for members, and what one is asked is nobody else’s business', async () => {
    const [mentor, seeker, stranger] = [await scene.member('Mo'), await scene.member('Sam'), await scene.person('Zoe')];
    await scene.offers(mentor);
    certain(await scene.looks(seeker));
    await scene.pairAll();
    const [asked] = (await scene.mine(mentor)).seekers;
    expect(await scene.looks(stranger)).toEqual({ ok: false, reason: 'not-taking-part' });
    expect(await scene.learning.answerSeeker(stranger, { requestId: asked?.requestId ?? '', accept: true })).toEqual({
      ok: false,
      reason: 'no-such-request',
    });
  });
});
