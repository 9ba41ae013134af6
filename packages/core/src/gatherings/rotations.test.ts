import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, aMeeting, type GatheringScene } from '../testing/gathering-scene.ts';
import type { ScheduleRotationInput } from './hours-contract.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // colleague, no member

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem } = scene);
});

const morning = { startsLocal: '2026-03-03T07:00', endsLocal: '2026-03-03T08:00' };
const evening = { startsLocal: '2026-03-03T18:00', endsLocal: '2026-03-03T19:00' };
const trySchedule = (by: Actor, given: Partial<ScheduleRotationInput> = {}) =>
  scene.core.gatherings.scheduleRotation(by, {
    communityId: scene.communityId,
    title: 'Welding round',
    description: '',
    ...aMeeting,
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    turns: [morning, evening],
    ...given,
  });
const rotation = (given: Partial<ScheduleRotationInput> = {}) => scene.value(trySchedule(ana, given));

describe('series that take turns', () => {
  it('are scheduled together, and each says which turn it is and leads to the other', async () => {
    const first = await rotation();
    expect(first).toMatchObject({
      title: 'Welding round (turn 1 of 2)',
      startsLocal: '2026-03-03T07:00',
      rotation: { turn: 1, turns: 2, others: [{ turn: 2, startsAt: '2026-03-10T17:00:00.000Z' }] },
    });
    const other = await scene.see(ben, first.rotation?.others[0]?.id ?? '');
    expect(other).toMatchObject({
      title: 'Welding round (turn 2 of 2)',
      startsLocal: '2026-03-10T18:00',
      rotation: {
        turn: 2,
        others: [{ gatheringId: first.gatheringId, turn: 1, startsAt: '2026-03-17T06:00:00.000Z' }],
      },
    });
    const { items } = await scene.list(ben, { limit: 4 });
    expect(items.map(({ startsAt }) => startsAt)).toEqual([
      '2026-03-03T06:00:00.000Z',
      '2026-03-10T17:00:00.000Z',
      '2026-03-17T06:00:00.000Z',
      '2026-03-24T17:00:00.000Z',
    ]);
  });

  it('are all scheduled or none', async () => {
    const tooLong = { startsLocal: '2026-03-03T18:00', endsLocal: '2026-03-15T18:00' };
    expect(await trySchedule(ana, { turns: [morning, tooLong] })).toEqual({ ok: false, reason: 'lasts-too-long' });
    expect((await scene.list(ana)).items).toEqual([]);
  });

  it('have no trace of either where the second cannot be saved', async () => {
    await sql`ALTER TABLE rotation_turn ADD CONSTRAINT only_first CHECK (turn = 1)`.execute(db());
    try {
      await expect(trySchedule(ana)).rejects.toThrow(/only_first/u);
      expect((await scene.list(ana)).items).toEqual([]);
    } finally {
      await sql`ALTER TABLE rotation_turn DROP CONSTRAINT only_first`.execute(db());
    }
  });

  it('each begin with another of the hosts who take turns', async () => {
    const first = await rotation({ hostIds: [ana.personId, ben.personId], rotates: true });
    const other = await scene.see(ana, first.rotation?.others[0]?.id ?? '');
    expect([first, other].map(({ hosts }) => hosts.map(({ name }) => name))).toEqual([['Ana Ortiz'], ['Ben Adeyemi']]);
  });

  it('lead nobody to a series that they may not see', async () => {
    const first = await rotation();
    const other = await scene.see(ana, first.rotation?.others[0]?.id ?? '');
    await scene.edit(ana, other, { visibility: 'members' });
    expect((await scene.see(cem, first.id)).rotation).toEqual({ turn: 1, turns: 2, others: [] });
  });

  it('are scheduled by those only who may schedule, by a rule that can be dealt out', async () => {
    expect(await trySchedule(ben)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await trySchedule(ana, { rule: 'FREQ=WEEKLY;COUNT=1' })).toEqual({ ok: false, reason: 'cannot-take-turns' });
  });
});

describe('who carries the burden', () => {
  const hours = (who: Actor, gatheringId: string) => scene.core.gatherings.seeHours(who, { gatheringId });

  it('shows on the next dates of all the turns, of zones with five members or more', async () => {
    const first = await rotation();
    for (const name of ['Dan', 'Eva']) await scene.member(name);
    const four = await scene.value(hours(ben, first.gatheringId));
    expect(four.dates.flatMap(({ zones }) => zones)).toEqual([]);

    const fay = await scene.member('Fay');
    const { dates } = await scene.value(hours(fay, first.gatheringId));
    expect(dates).toHaveLength(12);
    expect(dates.slice(0, 3).map(({ zones }) => zones.map(({ people, burden }) => [people, burden]))).toEqual([
      [[5, 'early']],
      [[5, 'late']],
      [[5, 'early']],
    ]);
  });

  it('leaves out what has been and what is called off', async () => {
    const { gatheringId, later } = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4' });
    await scene.cancelDate(ana, later[0]?.id ?? '');
    scene.clock.pass(2);
    const { dates } = await scene.value(hours(ben, gatheringId));
    expect(dates.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-03-17', '2026-03-24']);
  });

  it('is told to members and to those who plan, not to others', async () => {
    const first = await rotation();
    expect(await hours(cem, first.gatheringId)).toEqual({ ok: false, reason: 'not-allowed' });
    expect((await scene.see(cem, first.id)).abilities.seeHours).toBe(false);
    expect((await scene.see(ben, first.id)).abilities.seeHours).toBe(true);
  });
});
