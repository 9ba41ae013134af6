import { beforeEach, describe, expect, it } from 'vitest';
import type { OccurrenceView } from './contract.ts';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let first: OccurrenceView;

const timing = {
  timeZone: 'Europe/Berlin',
  startsLocal: '2026-03-03T10:00',
  endsLocal: '2026-03-03T11:00',
  rule: 'FREQ=WEEKLY;COUNT=3',
};
const longer = { ...timing, endsLocal: '2026-03-03T11:30' };

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben } = scene);
  first = await scene.schedule(ana, { rule: timing.rule });
});

const second = async () => scene.see(ana, (await scene.list(ana)).items[1]!.id);
const times = async () =>
  (await scene.list(ana)).items.map(({ startsAt, endsAt }) => [startsAt, endsAt].map((at) => at.slice(5, 16)));
const edit = async (given: typeof timing) => scene.edit(ana, await scene.see(ana, first.id), { timing: given });

describe('a date that was moved by itself', () => {
  it('keeps its time, title and answers when the series is only longer, or goes on for longer', async () => {
    const moved = await scene.change(ana, await second(), { startsLocal: '2026-03-11T14:00', title: 'At the factory' });
    await scene.answer(ben, moved.id, 'going');
    await edit(longer);
    expect(await times()).toEqual([
      ['03-03T09:00', '03-03T10:30'],
      ['03-11T13:00', '03-11T14:00'],
      ['03-17T09:00', '03-17T10:30'],
    ]);
    expect(await scene.see(ben, moved.id)).toMatchObject({
      title: 'At the factory',
      myStanding: 'going',
      cancelled: false,
    });
    await edit({ ...longer, rule: 'FREQ=WEEKLY;COUNT=4' });
    expect((await times()).map(([start]) => start)).toEqual([
      '03-03T09:00',
      '03-11T13:00',
      '03-17T09:00',
      '03-24T09:00',
    ]);
  });

  it('goes where the series goes, when that has another time; its title stays', async () => {
    const moved = await scene.change(ana, await second(), { startsLocal: '2026-03-11T14:00', title: 'At the factory' });
    await edit({ ...timing, startsLocal: '2026-03-03T15:00', endsLocal: '2026-03-03T16:00' });
    expect((await times())[1]).toEqual(['03-10T14:00', '03-10T15:00']);
    expect(await scene.see(ben, moved.id)).toMatchObject({ title: 'At the factory' });
  });

  it('keeps its own length', async () => {
    await scene.change(ana, await second(), { endsLocal: '2026-03-10T13:00' });
    await edit(longer);
    expect((await times())[1]).toEqual(['03-10T09:00', '03-10T12:00']);
  });

  it('to later takes place also when the series changes after it was to be', async () => {
    const moved = await scene.change(ana, await second(), { startsLocal: '2026-03-13T14:00' });
    await scene.answer(ben, moved.id, 'going');
    scene.clock.pass(9);
    await edit(longer);
    expect(await scene.see(ben, moved.id)).toMatchObject({ startsAt: '2026-03-13T13:00:00.000Z', cancelled: false });
    expect(await times()).toHaveLength(2);
  });

  it('forward, and has been, does not come once more', async () => {
    await scene.change(ana, await second(), { startsLocal: '2026-03-04T14:00' });
    scene.clock.pass(4);
    await edit(longer);
    expect((await times()).map(([start]) => start)).toEqual(['03-17T09:00']);
    await edit({ ...timing, startsLocal: '2026-03-03T15:00', endsLocal: '2026-03-03T16:00' });
    expect((await times()).map(([start]) => start)).toEqual(['03-17T14:00']);
  });
});

it('that is once takes its new length although it was moved', async () => {
  const once = await scene.schedule(ana);
  const moved = await scene.change(ana, once, { startsLocal: '2026-03-04T14:00' });
  const edited = await scene.edit(ana, moved, {
    timing: { timeZone: 'Europe/Berlin', startsLocal: '2026-03-03T10:00', endsLocal: '2026-03-03T12:00' },
  });
  expect(edited).toMatchObject({ endsAt: '2026-03-03T11:00:00.000Z' });
});
