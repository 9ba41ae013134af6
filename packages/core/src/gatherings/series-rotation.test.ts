import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import type { OccurrenceView } from './contract.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // colleague, no member

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem } = scene);
});

const weekly = { rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6' };
const between = (day: string, ...hours: readonly string[]) =>
  hours.map((hour) => ({ startsLocal: `${day}T${hour}:00`, endsLocal: `${day}T${hour}:45` }));
const tryRotate = (by: Actor, from: OccurrenceView, turns = between(from.startsLocal.slice(0, 10), '07', '18')) =>
  scene.core.gatherings.rotateSeries(by, {
    gatheringId: from.gatheringId,
    ifRevision: from.series.revision,
    occurrenceId: from.id,
    turns,
  });
const rotate = (by: Actor, from: OccurrenceView, turns?: ReturnType<typeof between>) =>
  scene.value(tryRotate(by, from, turns));
const nth = (first: OccurrenceView, at: number) => scene.see(ana, first.later[at - 1]?.id ?? '');
const ofType = async (type: string) => {
  const rows = await db().selectFrom('outbox').select('payload').where('type', '=', type).execute();
  return rows.map(({ payload }) => payload as { occurrenceId?: string; personId?: string; hostId?: string });
};
const starts = async () => (await scene.list(ana, { limit: 50 })).items.map(({ startsAt }) => startsAt.slice(5, 16));

describe('a series that runs', () => {
  it('takes turns from a date on: what comes before stays, and the others go on with their answers at the new times', async () => {
    const first = await scene.schedule(ana, { ...weekly, capacity: 9 });
    scene.clock.pass(2);
    const from = await nth(first, 2);
    for (const at of [1, 2, 3]) await scene.answer(ben, (await nth(first, at)).id, 'going');
    await scene.addItem(ben, from.id, 'Argon');

    const turn = await rotate(ana, from);
    expect(turn).toMatchObject({
      id: from.id,
      title: 'Welding round (turn 1 of 2)',
      startsLocal: '2026-03-17T07:00',
      endsLocal: '2026-03-17T07:45',
      going: 1,
      capacity: 9,
      agenda: [{ text: 'Argon' }],
      rotation: { turn: 1, turns: 2, others: [{ turn: 2, startsAt: '2026-03-24T17:00:00.000Z' }] },
    });
    expect(await starts()).toEqual(['03-10T09:00', '03-17T06:00', '03-24T17:00', '03-31T05:00', '04-07T16:00']);
    const second = await scene.see(ben, turn.rotation?.others[0]?.id ?? '');
    expect(second).toMatchObject({ title: 'Welding round (turn 2 of 2)', myStanding: 'going' });

    const before = await scene.see(ben, first.id);
    expect(before).toMatchObject({
      title: 'Welding round',
      later: [{ startsAt: '2026-03-10T09:00:00.000Z' }],
      rotation: { turn: 0, turns: 2, others: [{ turn: 1 }, { turn: 2 }] },
    });
    expect(second.rotation?.others.map((one) => one.turn)).toEqual([1]);
    expect(before.recurs).toMatch(/ until 16 March 2026$/u);
    // Of a new time, as of any; nothing is called off, and nothing new is announced.
    expect((await ofType('gathering.rescheduled')).map(({ occurrenceId }) => occurrenceId)).toEqual([
      turn.id,
      second.id,
    ]);
    for (const type of ['rsvp.dropped', 'gathering.cancelled']) expect(await ofType(type)).toEqual([]);
    expect(await ofType('gathering.scheduled')).toHaveLength(1);
  });

  it('that has no date before is the first turn itself, of which nobody is told where its time stays', async () => {
    const first = await scene.schedule(ana, weekly);
    const asBefore = { startsLocal: first.startsLocal, endsLocal: first.endsLocal };
    const turn = await rotate(ana, first, [asBefore, ...between('2026-03-03', '18')]);
    const second = turn.rotation?.others[0]?.id;
    expect((await ofType('gathering.rescheduled')).map(({ occurrenceId }) => occurrenceId)).toEqual([second]);
    expect(turn).toMatchObject({ id: first.id, gatheringId: first.gatheringId, series: { revision: 2 } });
    expect(turn.rotation?.others.map((one) => one.turn)).toEqual([2]);
    expect(await starts()).toHaveLength(6);
  });

  it('goes to other weekdays, where whoever came is told that the date is no more', async () => {
    const first = await scene.schedule(ana, weekly);
    const from = await nth(first, 1);
    await scene.answer(ben, from.id, 'going');
    const turns = [...between('2026-03-11', '07'), ...between('2026-03-09', '18')];
    const turn = await rotate(ana, from, turns);
    expect(turn.startsLocal).toBe('2026-03-11T07:00');
    expect((await starts()).slice(0, 4)).toEqual(['03-03T09:00', '03-10T09:00', '03-11T06:00', '03-16T17:00']);
    expect(await scene.see(ben, from.id)).toMatchObject({ cancelled: true, rotation: { turn: 0 } });
    expect(await ofType('gathering.rescheduled')).toHaveLength(2);
    expect(await ofType('rsvp.dropped')).toMatchObject([{ occurrenceId: from.id, personId: ben.personId }]);
  });

  it('keeps what was called off, moved to a turn of its time, or given a host by hand', async () => {
    const first = await scene.schedule(ana, weekly);
    await scene.cancelDate(ana, (await nth(first, 1)).id);
    const hosted = await scene.change(ana, await nth(first, 2), { hostId: ben.personId, venue: 'Hall 3' });
    await rotate(ana, first);
    expect(await scene.see(ana, first.later[0]?.id ?? '')).toMatchObject({ cancelled: true });
    expect(await scene.see(ana, hosted.id)).toMatchObject({ venue: 'Hall 3', hosts: [{ name: 'Ben Adeyemi' }] });
  });

  it('does not plan once more what was moved forward and has been', async () => {
    const first = await scene.schedule(ana, weekly);
    await scene.change(ana, await nth(first, 2), { startsLocal: '2026-03-04T10:00', endsLocal: '2026-03-04T11:00' });
    scene.clock.pass(3);
    await rotate(ana, await nth(first, 1));
    expect(await starts()).toEqual(['03-10T06:00', '03-24T06:00', '03-31T16:00', '04-07T05:00']);
  });

  it('goes on with whoever was to host next, each turn with another of them, who are told', async () => {
    const first = await scene.schedule(ana, { ...weekly, hostIds: [ana.personId, ben.personId], rotates: true });
    const turn = await rotate(ana, await nth(first, 1));
    const second = await scene.see(ana, turn.rotation?.others[0]?.id ?? '');
    expect([turn, second].map(({ hosts }) => hosts[0]?.name)).toEqual(['Ben Adeyemi', 'Ana Ortiz']);
    expect((await ofType('gathering.turns-changed')).map(({ hostId }) => hostId)).toContain(ben.personId);
  });

  it('stays hidden where stewards have hidden it', async () => {
    const first = await scene.schedule(ana, weekly);
    await sql`UPDATE gathering SET hidden_at = now()`.execute(db());
    const turn = await rotate(ana, await nth(first, 1));
    const second = await scene.see(cem, turn.rotation?.others[0]?.id ?? '');
    expect([(await scene.see(cem, turn.id)).hidden, second.hidden]).toEqual([true, true]);
  });

  it('takes turns by whoever may change it, also a host who plans nothing else and is told fair times for it', async () => {
    const first = await scene.schedule(ana, { ...weekly, hostIds: [ben.personId] });
    const hours = (who: Actor, gatheringId?: string) =>
      scene.core.gatherings.proposeHours(who, { communityId: scene.communityId, minutes: 45, turns: 2, gatheringId });
    expect(await hours(ben)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await hours(cem, first.gatheringId)).toEqual({ ok: false, reason: 'not-allowed' });
    expect((await hours(ben, first.gatheringId)).ok).toBe(true);
    expect(await tryRotate(cem, first)).toEqual({ ok: false, reason: 'not-allowed' });
    expect([
      (await scene.see(cem, first.id)).abilities.rotate,
      (await scene.see(ben, first.id)).abilities.rotate,
    ]).toEqual([false, true]);
    const turn = await rotate(ben, first);
    expect(turn.abilities.rotate).toBe(false);
    expect(await tryRotate(ben, turn)).toEqual({ ok: false, reason: 'cannot-take-turns' });
  });

  it.each([
    ['Tuesdays, as a series on Tuesdays is', 'FREQ=WEEKLY;BYDAY=TU', undefined, [2], { dayOff: false, kept: true }],
    [
      'working days, as Saturday is a day off',
      'FREQ=WEEKLY;BYDAY=SA',
      undefined,
      'work',
      { dayOff: true, kept: false },
    ],
    ['Saturdays all the same, if so wished', 'FREQ=WEEKLY;BYDAY=SA', true, [6], { dayOff: true, kept: true }],
    ['any day, if so wished', 'FREQ=WEEKLY;BYDAY=TU', false, 'work', { dayOff: false, kept: false }],
    ['its days, where they are several', 'FREQ=WEEKLY;BYDAY=SA,SU', false, [6, 7], { mayMove: false, kept: true }],
    ['Saturdays, where it is one a month', 'FREQ=MONTHLY;BYDAY=1SA', false, [6], { mayMove: false, kept: true }],
  ])('is proposed turns on %s', async (_what, rule, keepsDays, on, days) => {
    const startsLocal = rule.includes('SA') ? '2026-03-07T10:00' : '2026-03-03T10:00';
    const endsLocal = startsLocal.replace('10:', '11:');
    const { gatheringId } = await scene.schedule(ana, { rule, startsLocal, endsLocal });
    const hours = await scene.value(
      scene.core.gatherings.proposeHours(ana, {
        communityId: scene.communityId,
        minutes: 60,
        turns: 3,
        gatheringId,
        keepsDays,
      }),
    );
    expect(hours.days).toMatchObject(days);
    const inBerlin = ({ startsAt }: { startsAt: string }) => new Date(Date.parse(startsAt) + 3_600_000).getUTCDay();
    const allowed = on === 'work' ? [1, 2, 3, 4, 5] : on;
    for (const slot of hours.rotation) expect(allowed).toContain(inBerlin(slot) || 7);
  });

  it('is left as it is by what cannot be', async () => {
    const first = await scene.schedule(ana, weekly);
    const refused = async (from: OccurrenceView, turns?: ReturnType<typeof between>) => {
      const answer = await tryRotate(ana, from, turns);
      return answer.ok ? 'done' : answer.reason;
    };
    // Its last date alone can take no turns; a time in another week is in place of another date.
    expect(await refused(await nth(first, 5))).toBe('cannot-take-turns');
    expect(await refused(first, between('2026-03-10', '07', '18'))).toBe('cannot-take-turns');
    expect(await refused(first, between('2026-03-02', '01', '02'))).toBe('no-date-ahead');
    expect(await refused(await scene.schedule(ana))).toBe('cannot-take-turns');
    const latest = await scene.edit(ana, first, { title: 'Renamed' });
    expect(await refused(first)).toBe('changed-meanwhile');
    scene.clock.pass(2);
    expect(await refused(latest)).toBe('no-date-ahead');
    await sql`ALTER TABLE rotation_turn ADD CONSTRAINT not_last CHECK (turn < 2)`.execute(db());
    try {
      await expect(tryRotate(ana, await nth(latest, 1))).rejects.toThrow(/not_last/u);
    } finally {
      await sql`ALTER TABLE rotation_turn DROP CONSTRAINT not_last`.execute(db());
    }
    expect(await nth(latest, 1)).toMatchObject({ title: 'Renamed', startsLocal: '2026-03-10T10:00' });
  });
});
