import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forgetPerson } from '../sql/person-rewriting.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // colleague, no member
let gus: Actor; // a partner's guest

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem, gus } = scene);
});

describe('who sees it', () => {
  it('members only, where it is for members', async () => {
    const one = await scene.schedule(ana, { visibility: 'members' });
    expect(await scene.sees(ben, one.id)).toBe(true);
    expect(await scene.sees(cem, one.id)).toBe(false);
    expect((await scene.list(cem)).items).toEqual([]);
    expect(await scene.tryAnswer(cem, one.id)).toEqual({ ok: false, reason: 'no-such-gathering' });
  });

  it('guests of partners, where it reaches partners; and they may come', async () => {
    const inside = await scene.schedule(ana);
    const open = await scene.schedule(ana, { visibility: 'partners' });
    expect([await scene.sees(gus, inside.id), await scene.sees(gus, open.id)]).toEqual([false, true]);
    expect(await scene.answer(gus, open.id, 'going')).toMatchObject({ myStanding: 'going', going: 1 });
  });

  it('whoever hosts it, though no member', async () => {
    const one = await scene.schedule(ana, { visibility: 'members', hostIds: [cem.personId] });
    expect(await scene.see(cem, one.id)).toMatchObject({ abilities: { change: true, cancel: true } });
  });
});

describe('places', () => {
  it('are given in the order of answers, and the waiting list moves up', async () => {
    const { id } = await scene.schedule(ana, { capacity: 1 });
    expect(await scene.answer(ben, id, 'going')).toMatchObject({ myStanding: 'going' });
    expect(await scene.answer(cem, id, 'going')).toMatchObject({ myStanding: 'waiting', myPlace: 1, waiting: 1 });
    expect(await scene.answer(ana, id, 'going')).toMatchObject({ myPlace: 2 });
    expect((await scene.see(ben, id)).myPlace).toBeUndefined();
    // A second press loses nothing.
    expect(await scene.answer(cem, id, 'going')).toMatchObject({ myPlace: 1 });

    await scene.answer(ben, id, 'not-going');
    expect(await scene.see(cem, id)).toMatchObject({ myStanding: 'going', going: 1, waiting: 1 });
    expect(await scene.see(ana, id)).toMatchObject({ myPlace: 1 });
  });

  it('that are added let in whoever waits', async () => {
    const one = await scene.schedule(ana, { capacity: 1 });
    for (const who of [ben, cem, ana]) await scene.answer(who, one.id, 'going');
    expect(await scene.edit(ana, one, { capacity: 2 })).toMatchObject({ going: 2, waiting: 1 });
    expect(await scene.edit(ana, await scene.see(ana, one.id), { capacity: null })).toMatchObject({
      going: 3,
      waiting: 0,
    });
  });

  it('that an erased person leaves are given to who waits', async () => {
    const { id } = await scene.schedule(ana, { capacity: 1 });
    await scene.answer(ben, id, 'going');
    await scene.answer(cem, id, 'going');
    await db()
      .transaction()
      .execute((tx) => forgetPerson(tx, ben.personId));
    await scene.keepUp();
    expect(await scene.see(cem, id)).toMatchObject({ myStanding: 'going', going: 1, waiting: 0 });
  });

  it('that an erased person leaves are not for whoever answers next, but for who has waited', async () => {
    const { id } = await scene.schedule(ana, { capacity: 1 });
    await scene.answer(ben, id, 'going');
    await scene.answer(cem, id, 'going');
    const dan = await scene.member('Dan');
    await scene.answer(dan, id, 'going');
    await db()
      .transaction()
      .execute((tx) => forgetPerson(tx, ben.personId));
    expect(await scene.answer(ana, id, 'going')).toMatchObject({ myStanding: 'waiting', myPlace: 2, going: 1 });
    expect(await scene.see(cem, id)).toMatchObject({ myStanding: 'going' });
    expect(await scene.see(dan, id)).toMatchObject({ myStanding: 'waiting', myPlace: 1 });
  });

  it('that an erased person leaves are given to who waits and asks again, without losing their turn', async () => {
    const { id } = await scene.schedule(ana, { capacity: 1 });
    await scene.answer(ben, id, 'going');
    await scene.answer(cem, id, 'going');
    await scene.answer(ana, id, 'going');
    await db()
      .transaction()
      .execute((tx) => forgetPerson(tx, ben.personId));
    expect(await scene.answer(ana, id, 'going')).toMatchObject({ myStanding: 'waiting', myPlace: 1 });
    expect(await scene.see(cem, id)).toMatchObject({ myStanding: 'going', going: 1 });
  });

  it('that three erased people leave go to all who waited, and then to who answers, at once too', async () => {
    const { id } = await scene.schedule(ana, { capacity: 10 });
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, at) => scene.person(`Early ${at}`)));
    for (const who of crowd) await scene.answer(who, id, 'going');
    await db()
      .transaction()
      .execute(async (tx) => {
        for (const { personId } of crowd.slice(0, 3)) await forgetPerson(tx, personId);
      });
    const late = await Promise.all(Array.from({ length: 20 }, (_, at) => scene.person(`Late ${at}`)));
    await Promise.all(late.map((who) => scene.answer(who, id, 'going')));
    const { rows } = await sql<{ standing: string; count: number; first: number; last: number }>`
      SELECT standing, count(*), min(place) AS first, max(place) AS last FROM rsvp GROUP BY standing ORDER BY standing`.execute(
      db(),
    );
    expect(rows.map(({ standing, count }) => [standing, count])).toEqual([
      ['going', 10],
      ['waiting', 19],
    ]);
    expect(rows[0]!.last).toBeLessThan(rows[1]!.first);
    expect(await scene.see(crowd[11]!, id)).toMatchObject({ myStanding: 'going' });
  });

  it('of a hundred people who answer at once go to ten, in order, and none is lost', async () => {
    const { id } = await scene.schedule(ana, { capacity: 10 });
    const crowd = await Promise.all(Array.from({ length: 100 }, (_, at) => scene.person(`Person ${at}`)));
    const answers = await Promise.all(crowd.map((who) => scene.answer(who, id, 'going')));
    expect(answers).toHaveLength(100);
    const { rows } = await sql<{ standing: string; count: number; first: number; last: number }>`
      SELECT standing, count(*), min(place) AS first, max(place) AS last FROM rsvp GROUP BY standing ORDER BY standing`.execute(
      db(),
    );
    expect(rows.map(({ standing, count }) => [standing, count])).toEqual([
      ['going', 10],
      ['waiting', 90],
    ]);
    expect(rows[0]!.last).toBeLessThan(rows[1]!.first);
  });
});

describe('one date', () => {
  it('has an agenda that members add to, and authors and hosts take from', async () => {
    const { id } = await scene.schedule(ana);
    const agenda = await scene.addItem(ben, id, 'What about the new burners?');
    expect(agenda.agenda).toMatchObject([
      { text: 'What about the new burners?', by: { name: 'Ben Adeyemi' }, minutes: 10 },
    ]);
    expect(await scene.core.gatherings.addAgendaItem(cem, { occurrenceId: id, text: 'Not mine' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const itemId = agenda.agenda[0]!.id;
    const dan = await scene.member('Dan');
    expect(await scene.core.gatherings.removeAgendaItem(dan, { occurrenceId: id, itemId })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(
      (await scene.value(scene.core.gatherings.removeAgendaItem(ana, { occurrenceId: id, itemId }))).agenda,
    ).toEqual([]);
  });

  it('takes 40 items, and says so after that', async () => {
    const { id } = await scene.schedule(ana);
    for (let at = 0; at < 40; at += 1) await scene.addItem(ben, id, `Item ${at}`);
    expect(await scene.core.gatherings.addAgendaItem(ben, { occurrenceId: id, text: 'One more' })).toEqual({
      ok: false,
      reason: 'agenda-full',
    });
  });

  it('notes who was there: they themselves around it, the host after it too', async () => {
    const { id } = await scene.schedule(ana);
    const here = (who: Actor, personId?: string) =>
      scene.core.gatherings.noteAttendance(who, { occurrenceId: id, ...(personId ? { personId } : {}) });
    expect(await here(ben)).toEqual({ ok: false, reason: 'check-in-closed' });
    scene.clock.pass(1);
    expect(await here(ben)).toMatchObject({ ok: true, value: { attendance: { count: 1, mine: true } } });
    expect(await here(ben, cem.personId)).toEqual({ ok: false, reason: 'not-allowed' });
    scene.clock.pass(1);
    expect(await here(cem)).toEqual({ ok: false, reason: 'check-in-closed' });
    expect(await here(ana, cem.personId)).toMatchObject({
      value: { attendance: { count: 2, people: [{ name: 'Ben Adeyemi' }, { name: 'Cem Aydin' }] } },
    });
    const gone = scene.core.gatherings.forgetAttendance(ana, { occurrenceId: id, personId: cem.personId });
    expect(await gone).toMatchObject({ value: { attendance: { count: 1 } } });
  });

  it('does not show who was there to those who do not run it', async () => {
    const { id } = await scene.schedule(ana);
    scene.clock.pass(1);
    await scene.value(scene.core.gatherings.noteAttendance(ben, { occurrenceId: id }));
    expect((await scene.see(cem, id)).attendance).toEqual({ count: 1, mine: false });
  });

  it('has a recap with outcomes, once it has begun', async () => {
    const { id } = await scene.schedule(ana);
    const recap = { occurrenceId: id, recap: 'We chose **argon**.', outcomes: ['Try argon in hall 3'] };
    expect(await scene.core.gatherings.writeRecap(ana, recap)).toEqual({ ok: false, reason: 'not-begun' });
    scene.clock.pass(1);
    expect(await scene.core.gatherings.writeRecap(ben, recap)).toEqual({ ok: false, reason: 'not-allowed' });
    const view = await scene.value(scene.core.gatherings.writeRecap(ana, recap));
    expect(view).toMatchObject({
      recap: 'We chose **argon**.',
      outcomes: ['Try argon in hall 3'],
      recapBy: { name: 'Ana Ortiz' },
      hasRecap: true,
    });
    // Whoever writes it anew has read this one; of two at once one is saved.
    const { revision } = view;
    const anew = (text: string, ifRevision: number) =>
      scene.core.gatherings.writeRecap(ana, { ...recap, recap: text, ifRevision });
    expect(await anew('Lost', revision - 1)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const both = await Promise.all([anew('One', revision), anew('Other', revision)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
