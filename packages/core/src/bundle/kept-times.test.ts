import { beforeEach, describe, expect, it } from 'vitest';
import { recordsOf } from '../testing/bundle-builders.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import { nextId } from '../testing/scene.ts';
import { importBundle, sqlBundleStore } from './index.ts';

const db = testDatabase();
let scene: GatheringScene;

beforeEach(async () => {
  scene = await aGatheringScene(db());
});

const record = () => ({
  externalId: 'g1',
  community: scene.communityId,
  title: 'Welding call',
  timeZone: 'Europe/Berlin',
  startsLocal: '2026-01-06T10:00',
  rule: 'FREQ=WEEKLY;BYDAY=TU',
});

const take = (given: object = {}) => takeAll([given]);

async function takeAll(given: readonly object[]) {
  const taken = await importBundle(
    { bundles: sqlBundleStore({ db: db(), newId: nextId, now: scene.clock.now }) },
    {
      organisationId: scene.ana.organisationId,
      records: recordsOf({ gatherings: given.map((one) => ({ ...record(), ...one })) }),
      dryRun: false,
    },
  );
  scene.clock.pass(0.001);
  if (!taken.ok) throw new Error(taken.reason);
  expect(taken.value.rejections).toEqual([]);
  const { gatherings } = taken.value.counts;
  return { updated: gatherings.updated, unchanged: gatherings.unchanged, kept: taken.value.kept };
}

const dates = async () =>
  (await scene.list(scene.ana, { limit: 6 })).items.map(({ startsAt }) => startsAt.slice(5, 16));
const first = async () => scene.see(scene.ana, (await scene.list(scene.ana)).items[0]?.id ?? '');
const at = (day: string, hour: number) => ({ startsLocal: `${day}T${hour}:00`, endsLocal: `${day}T${hour}:45` });

describe('times that were changed here', () => {
  it('stay as they are where the series takes turns since, or is at one time again after them', async () => {
    await take();
    const { gatheringId, later } = await first();
    const from = { gatheringId, occurrenceId: later[0]?.id ?? '' };
    const turns = [at('2026-03-10', 11), at('2026-03-10', 18)];
    const turn = await scene.value(scene.core.gatherings.rotateSeries(scene.ana, { ...from, turns }));
    const turning = await dates();
    expect(turning.slice(0, 3)).toEqual(['03-03T09:00', '03-10T10:00', '03-17T17:00']);
    const kept = { updated: 0, unchanged: 1, kept: [expect.objectContaining({ place: 'gatherings[0]' })] };
    const said = await take({ description: 'Every week.', startsLocal: '2026-01-06T12:00' });
    expect(said).toEqual(kept);
    expect(said.kept[0]?.reason).toMatch(/^«Welding call»: its times were changed here: it takes turns/u);
    expect(await dates()).toEqual(turning);

    const end = { gatheringId: turn.gatheringId, occurrenceId: turn.later[0]?.id ?? '', ...at('2026-03-24', 15) };
    await scene.value(scene.core.gatherings.endRotation(scene.ana, end));
    const ended = await dates();
    expect(await take({ description: 'Every single week.' })).toEqual(kept);
    expect(await dates()).toEqual(ended);
  });

  it('stay as they are where turns that an import brought were ended', async () => {
    const turn = (number: number, day: string, given = {}) => ({
      externalId: `t${number}`,
      title: `Welding call (turn ${number} of 2)`,
      startsLocal: `${day}T10:00`,
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      rotation: { first: 't1', turn: number, turns: 2 },
      ...given,
    });
    await takeAll([turn(1, '2026-03-03'), turn(2, '2026-03-10')]);
    const { id, gatheringId } = await first();
    const end = { gatheringId, occurrenceId: id, ...at('2026-03-03', 15) };
    await scene.value(scene.core.gatherings.endRotation(scene.ana, end));
    const again = [turn(1, '2026-03-03', { description: 'New.' }), turn(2, '2026-03-10', { description: 'New.' })];
    expect(await takeAll(again)).toMatchObject({ unchanged: 2, updated: 0 });
    expect(await first()).toMatchObject({ title: 'Welding call', startsLocal: '2026-03-03T15:00' });
    expect((await dates()).slice(0, 3)).toEqual(['03-03T14:00', '03-10T14:00', '03-17T14:00']);
  });

  it('stay where the series has a new time, and all else is taken over, until both say the same', async () => {
    await take();
    const timing = { timeZone: 'Europe/Berlin', rule: record().rule, ...at('2026-03-03', 14) };
    await scene.edit(scene.ana, await first(), { timing });
    const said = await take({ title: 'Welding hour', startsLocal: '2026-01-06T12:00' });
    expect(said).toMatchObject({
      updated: 1,
      kept: [{ reason: expect.stringContaining('«Welding hour»: its times') }],
    });
    expect(await first()).toMatchObject({ title: 'Welding hour', startsLocal: '2026-03-03T14:00' });

    const same = { startsLocal: '2026-03-03T14:00', minutes: 45 };
    expect((await take(same)).kept).toEqual([]);
    expect((await take({ ...same, startsLocal: '2026-03-03T16:00' })).kept).toEqual([]);
    expect((await dates()).slice(0, 2)).toEqual(['03-03T15:00', '03-10T15:00']);
  });
});
