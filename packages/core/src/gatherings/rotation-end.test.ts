import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, aMeeting, type GatheringScene } from '../testing/gathering-scene.ts';
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

const between = (day: string, hour: string) => ({ startsLocal: `${day}T${hour}:00`, endsLocal: `${day}T${hour}:45` });
const weekly = { rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=8' };

/** A series on eight Tuesdays that takes turns from its third on, at seven and at six. */
async function turning(given: Partial<Parameters<GatheringScene['schedule']>[1]> = {}) {
  const first = await scene.schedule(ana, { ...weekly, ...given });
  const third = first.later[1]?.id ?? '';
  const turns = [between('2026-03-17', '07'), between('2026-03-17', '18')];
  const turn = await scene.value(
    scene.core.gatherings.rotateSeries(ana, { gatheringId: first.gatheringId, occurrenceId: third, turns }),
  );
  return { first, turn, other: await scene.see(ana, turn.rotation?.others[0]?.id ?? '') };
}

const tryEnd = (by: Actor, from: OccurrenceView, time = between(from.startsLocal.slice(0, 10), '10')) =>
  scene.core.gatherings.endRotation(by, {
    gatheringId: from.gatheringId,
    ifRevision: from.series.revision,
    occurrenceId: from.id,
    ...time,
  });
const endAt = (by: Actor, from: OccurrenceView, time?: ReturnType<typeof between>) =>
  scene.value(tryEnd(by, from, time));
const refused = async (...asked: Parameters<typeof tryEnd>) => {
  const answer = await tryEnd(...asked);
  return answer.ok ? 'done' : answer.reason;
};
const starts = async () => (await scene.list(ana, { limit: 50 })).items.map(({ startsAt }) => startsAt.slice(5, 16));
const facts = async () => {
  const rows = await db().selectFrom('outbox').select(['type', 'payload']).orderBy('id').execute();
  return rows.map(({ type, payload }) => [type, (payload as { occurrenceId?: string }).occurrenceId]);
};

describe('turns that end', () => {
  it('do so from a date on: what comes before stays, the others go on at one time with all that is theirs', async () => {
    const { first, turn, other } = await turning({ capacity: 9 });
    const from = await scene.see(ana, turn.later[0]?.id ?? ''); // 31 March
    const next = await scene.see(ana, other.later[0]?.id ?? ''); // 7 April, of the other turn
    for (const { id } of [turn, from, next]) await scene.answer(ben, id, 'going');
    await scene.addItem(ben, next.id, 'Argon');
    await scene.change(ana, next, { venue: 'Hall 3' });
    await scene.cancelDate(ana, turn.later[1]?.id ?? ''); // 14 April
    const before = (await facts()).length;

    const single = await endAt(ana, from);
    expect(single).toMatchObject({ id: from.id, title: 'Welding round', startsLocal: '2026-03-31T10:00', capacity: 9 });
    expect(single).toMatchObject({ endsLocal: '2026-03-31T10:45', going: 1 });
    expect(single.series.rule).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=4');
    expect(single.rotation).toBeUndefined();
    expect((await starts()).join(' ')).toBe(
      '03-03T09:00 03-10T09:00 03-17T06:00 03-24T17:00 03-31T08:00 04-07T08:00 04-14T08:00 04-21T08:00',
    );
    const kept = await scene.see(ben, next.id);
    expect(kept).toMatchObject({ myStanding: 'going', venue: 'Hall 3', agenda: [{ text: 'Argon' }] });
    expect(kept.gatheringId).toBe(single.gatheringId);
    expect((await scene.see(ana, turn.later[1]?.id ?? '')).cancelled).toBe(true);
    // Told once, of a new time; nothing is called off.
    const told = (await facts()).slice(before).filter(([type]) => type !== 'gathering.edited');
    expect(told).toEqual([['gathering.rescheduled', from.id]]);
    for (const { id } of [first, turn, other]) {
      expect((await scene.see(cem, id)).rotation?.single?.gatheringId).toBe(single.gatheringId);
    }
  });

  it('change nothing the second time, and can begin once more', async () => {
    const { turn, other } = await turning();
    const from = await scene.see(ana, turn.later[0]?.id ?? '');
    const single = await endAt(ana, from);
    const before = await facts();
    const again = { gatheringId: from.gatheringId, occurrenceId: from.id, ...between('2026-03-31', '15') };
    expect(await scene.value(scene.core.gatherings.endRotation(ana, again))).toEqual(single);
    expect(await facts()).toEqual(before);
    expect(await refused(ana, await scene.see(ana, other.id))).toBe('takes-no-turns');

    expect(single.abilities).toMatchObject({ rotate: true, endTurns: false });
    const turns = [between('2026-03-31', '07'), between('2026-03-31', '18')];
    const { gatheringId } = single;
    const anew = { gatheringId, occurrenceId: single.id, turns };
    const second = await scene.value(scene.core.gatherings.rotateSeries(ana, anew));
    expect(second).toMatchObject({
      title: 'Welding round (turn 1 of 2)',
      abilities: { rotate: false, endTurns: true },
    });
    expect((await starts()).slice(4, 6)).toEqual(['03-31T05:00', '04-07T16:00']);
  });

  it('leave the turn itself where it has no date before, and nothing of another one that has none', async () => {
    const turn = await scene.value(
      scene.core.gatherings.scheduleRotation(ana, {
        communityId: scene.communityId,
        title: 'Welding round',
        description: '',
        ...aMeeting,
        rule: 'FREQ=WEEKLY;BYDAY=TU',
        turns: [between('2026-03-03', '07'), between('2026-03-03', '18')],
      }),
    );
    const single = await endAt(ana, turn);
    expect(single).toMatchObject({ id: turn.id, gatheringId: turn.gatheringId, title: 'Welding round' });
    expect(single.series.rule).toBe('FREQ=WEEKLY;BYDAY=TU');
    expect((await starts()).slice(0, 3)).toEqual(['03-03T09:00', '03-10T09:00', '03-17T09:00']);
    const { rows } = await sql<{ dates: number }>`
      SELECT (SELECT count(*)::int FROM occurrence o WHERE o.gathering_id = g.id) AS dates
      FROM gathering g WHERE cancelled_at IS NOT NULL`.execute(db());
    expect(rows).toEqual([{ dates: 0 }]);
  });

  it('go to another weekday, where whoever came is told that the date is no more', async () => {
    const { turn } = await turning();
    const from = await scene.see(ana, turn.later[0]?.id ?? '');
    await scene.answer(ben, from.id, 'going');
    const single = await endAt(ana, from, between('2026-04-02', '10'));
    expect(single.startsLocal).toBe('2026-04-02T10:00');
    expect((await starts()).slice(4)).toEqual([
      '03-31T05:00',
      '04-02T08:00',
      '04-09T08:00',
      '04-16T08:00',
      '04-23T08:00',
    ]);
    expect(await scene.see(ben, from.id)).toMatchObject({ cancelled: true });
    expect((await facts()).filter(([type]) => type === 'rsvp.dropped')).toEqual([['rsvp.dropped', from.id]]);
  });

  it('go on with whoever was to host next, one after the other', async () => {
    const { turn } = await turning({ hostIds: [ana.personId, ben.personId], rotates: true });
    const hosts = async ({ id, later }: OccurrenceView) => {
      const all = await Promise.all([id, ...later.map((one) => one.id)].map((one) => scene.see(ana, one)));
      return all.map((one) => one.hosts[0]?.name.slice(0, 3));
    };
    const [, next = ''] = await hosts(turn);
    const single = await endAt(ana, await scene.see(ana, turn.later[0]?.id ?? ''));
    const other = next === 'Ana' ? 'Ben' : 'Ana';
    expect(await hosts(single)).toEqual([next, other, next, other]);
  });

  it('are ended by whoever may change all of them, at the version that they read', async () => {
    const { first, turn, other } = await turning({ hostIds: [ben.personId] });
    expect(turn.abilities.endTurns).toBe(true);
    expect((await scene.see(cem, turn.id)).abilities.endTurns).toBe(false);
    expect(await refused(cem, turn)).toBe('not-allowed');
    expect(await refused(ana, { ...turn, series: { ...turn.series, revision: 9 } })).toBe('changed-meanwhile');
    expect(await refused(ana, await scene.see(ana, first.id))).toBe('takes-no-turns');
    expect(await refused(ana, await scene.schedule(ana, weekly))).toBe('takes-no-turns');
    expect(await refused(ana, { ...turn, id: other.id })).toBe('no-date-ahead');
    expect(await refused(ana, turn, between('2026-03-26', '10'))).toBe('cannot-take-turns');
    const mayEnd = async (who: Actor) => (await scene.see(who, turn.id)).abilities.endTurns;
    expect(await mayEnd(ben)).toBe(true);
    await scene.edit(ana, other, { hostIds: [ana.personId] });
    expect(await refused(ben, turn)).toBe('not-allowed');
    expect([await mayEnd(ben), await mayEnd(ana)]).toEqual([false, true]);
    await sql`ALTER TABLE rotation_turn ADD CONSTRAINT no_single CHECK (turn <= turns)`.execute(db());
    try {
      await expect(tryEnd(ana, turn)).rejects.toThrow(/no_single/u);
    } finally {
      await sql`ALTER TABLE rotation_turn DROP CONSTRAINT no_single`.execute(db());
    }
    expect((await scene.see(ana, turn.id)).startsLocal).toBe('2026-03-17T07:00');
  });
});
