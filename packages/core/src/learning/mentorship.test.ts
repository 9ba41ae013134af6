import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aMentoringScene, type MentoringScene } from '../testing/mentoring-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: MentoringScene;

beforeEach(async () => {
  scene = await aMentoringScene(db());
});

describe('a mentorship', () => {
  it('is open to the two and to nobody else, not to a coordinator either', async () => {
    const { mentee, mentor, mentorshipId } = await scene.aPair();
    const today = { heldOn: '2026-03-02', note: 'We looked at *focus order*.' };
    certain(await scene.learning.noteMentoringSession(mentee, { mentorshipId, ...today }));

    expect((await scene.mine(mentor)).mentorships).toMatchObject([
      { sessions: [{ heldOn: '2026-03-02', note: today.note, mine: false }] },
    ]);
    expect(await scene.learning.noteMentoringSession(scene.founder, { mentorshipId, ...today })).toEqual({
      ok: false,
      reason: 'no-such-mentorship',
    });
    expect((await scene.mine(scene.founder)).mentorships).toEqual([]);
  });

  it('reminds both when they have not met for one and a half times their rhythm, and not while it rests', async () => {
    const { mentee, mentorshipId } = await scene.aPair();
    const quiet = async () =>
      (await db().selectFrom('outbox').select('id').where('type', '=', 'mentorship.quiet').execute()).length;
    scene.clock.pass(44);
    await scene.wake();
    expect(await quiet()).toBe(0);
    scene.clock.pass(2);
    await scene.wake();
    await scene.wake();
    expect(await quiet()).toBe(2);

    certain(await scene.learning.pauseMentorship(mentee, { mentorshipId }));
    scene.clock.pass(200);
    await scene.wake();
    expect(await quiet()).toBe(2);
    certain(await scene.learning.resumeMentorship(mentee, { mentorshipId }));
    scene.clock.pass(46);
    await scene.wake();
    expect(await quiet()).toBe(4);
  });

  it('goes on by itself when its pause is over', async () => {
    const { mentee, mentorshipId } = await scene.aPair();
    const until = new Date(scene.clock.now().getTime() + 10 * 86_400_000).toISOString();
    certain(await scene.learning.pauseMentorship(mentee, { mentorshipId, until }));
    scene.clock.pass(11);
    await scene.wake();
    expect((await scene.mine(mentee)).mentorships).toMatchObject([{ state: 'active' }]);
  });

  it('closes with what each takes with them, and gives the mentor room again', async () => {
    const { mentor, mentee, mentorshipId } = await scene.aPair();
    certain(await scene.learning.closeMentorship(mentee, { mentorshipId, reflection: 'I dare to say no now.' }));
    certain(await scene.learning.closeMentorship(mentor, { mentorshipId, reflection: 'So do I.' }));

    expect((await scene.mine(mentor)).mentorships).toMatchObject([
      { state: 'closed', reflections: [{ text: 'I dare to say no now.' }, { text: 'So do I.', mine: true }] },
    ]);
    expect(
      await scene.learning.noteMentoringSession(mentee, { mentorshipId, heldOn: '2026-03-02', note: '' }),
    ).toMatchObject({ reason: 'mentorship-closed' });
    certain(await scene.looks(await scene.member('Ivo')));
    await scene.pairAll();
    expect((await scene.mine(mentor)).seekers).toHaveLength(1);
  });

  it('is closed when one of the two had themselves erased, and the other keeps the notes', async () => {
    const { mentor, mentee, mentorshipId } = await scene.aPair();
    certain(await scene.learning.noteMentoringSession(mentee, { mentorshipId, heldOn: '2026-03-02', note: 'Hello.' }));
    certain(await scene.core.identity.eraseMe(mentor, { confirm: 'erase' }));
    await scene.relay();

    expect((await scene.mine(mentee)).mentorships).toMatchObject([
      { state: 'closed', other: { name: 'Former member' }, sessions: [{ note: 'Hello.' }] },
    ]);
    scene.clock.pass(60);
    await scene.wake();
    expect(await db().selectFrom('outbox').select('id').where('type', '=', 'mentorship.quiet').execute()).toEqual([]);
  });

  it.each([
    ['Pacific/Pago_Pago', '2026-02-28', 'day-before-beginning'],
    ['Pacific/Pago_Pago', '2026-03-02', 'day-to-come'],
    ['Europe/Berlin', '2026-03-01', 'day-before-beginning'],
    ['Europe/Berlin', '2026-03-03', 'day-to-come'],
    ['Europe/Berlin', '2020-01-01', 'day-before-beginning'],
    ['UTC', '2026-02-28', 'day-before-beginning'],
    ['UTC', '2026-03-04', 'day-to-come'],
  ])('in %s has no meeting on %s: %s', async (timeZone, heldOn, reason) => {
    const { mentee, mentorshipId } = await scene.aPair();
    certain(await scene.core.identity.editProfile(mentee, { timeZone }));
    const noted = await scene.learning.noteMentoringSession(mentee, { mentorshipId, heldOn, note: '' });
    expect(noted).toEqual({ ok: false, reason });
  });

  it.each([
    ['Pacific/Pago_Pago', '2026-03-01'],
    ['Europe/Berlin', '2026-03-02'],
    // Nobody has said where they are, and on Baker Island it was still the first.
    ['UTC', '2026-03-01'],
  ])('in %s may have met on the day on which it began there, %s', async (timeZone, heldOn) => {
    const { mentee, mentorshipId } = await scene.aPair();
    certain(await scene.core.identity.editProfile(mentee, { timeZone }));
    certain(await scene.learning.noteMentoringSession(mentee, { mentorshipId, heldOn, note: '' }));
    expect((await scene.mine(mentee)).mentorships).toMatchObject([{ sessions: [{ heldOn }] }]);
  });

  it('rests on when a meeting is noted that took place, and goes on by itself when the pause is over', async () => {
    const { mentee, mentorshipId } = await scene.aPair();
    const until = new Date(scene.clock.now().getTime() + 100 * 86_400_000).toISOString();
    certain(await scene.learning.pauseMentorship(mentee, { mentorshipId, until }));
    scene.clock.pass(2);
    certain(await scene.learning.noteMentoringSession(mentee, { mentorshipId, heldOn: '2026-03-03', note: '' }));
    scene.clock.pass(90);
    await scene.wake();
    const [resting] = (await scene.mine(mentee)).mentorships;
    expect(resting).toMatchObject({ state: 'paused', pausedUntil: until, sessions: [{ heldOn: '2026-03-03' }] });
    scene.clock.pass(9);
    await scene.wake();
    expect((await scene.mine(mentee)).mentorships).toMatchObject([{ state: 'active' }]);
  });
});

describe('the offers of a community', () => {
  it('are shown with whether there is room, the newest first, in pages', async () => {
    const [one, two] = [await scene.member('Mo'), await scene.member('Nia')];
    await scene.offers(one);
    scene.clock.pass(1);
    await scene.offers(two);
    const first = certain(
      await scene.learning.seeMentoring(scene.founder, { communityId: scene.communityId, limit: 1 }),
    );
    const next = certain(
      await scene.learning.seeMentoring(scene.founder, {
        communityId: scene.communityId,
        limit: 1,
        cursor: first.nextCursor,
      }),
    );
    expect([...first.items, ...next.items]).toMatchObject([
      { person: { name: 'Nia' }, free: true },
      { person: { name: 'Mo' }, free: true },
    ]);
    expect(next.nextCursor).toBeUndefined();
  });

  it('say how many pairs are at work only from five on', async () => {
    const seen = async () =>
      certain(await scene.learning.seeMentoring(scene.founder, { communityId: scene.communityId, limit: 5 }))
        .activeCount;
    for (const number of [1, 2, 3, 4, 5]) {
      expect(await seen()).toBeUndefined();
      const [mentor, mentee] = [await scene.member(`Mo ${number}`), await scene.member(`Sam ${number}`)];
      await scene.offers(mentor, { topics: [`topic ${number}`] });
      certain(await scene.looks(mentee, { topics: [`topic ${number}`] }));
      await scene.pairAll();
      certain(await scene.answer(mentor));
    }
    expect(await seen()).toBe(5);
  });
});
