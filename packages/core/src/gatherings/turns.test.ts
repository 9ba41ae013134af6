import { beforeEach, describe, expect, it } from 'vitest';
import type { OccurrenceView } from './contract.ts';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let jonas: Actor;
let mara: Actor;
let tomas: Actor;
let helen: Actor;
let first: OccurrenceView;

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana } = scene);
  jonas = await scene.member('Jonas');
  mara = await scene.member('Mara');
  tomas = await scene.member('Tomas');
  helen = await scene.member('Helen');
  const hostIds = [jonas.personId, mara.personId, tomas.personId];
  first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY', hostIds, rotates: true });
});

const timing = {
  timeZone: 'Europe/Berlin',
  startsLocal: '2026-03-03T10:00',
  endsLocal: '2026-03-03T11:00',
  rule: 'FREQ=WEEKLY',
};
const inTheAfternoon = { ...timing, startsLocal: '2026-03-03T15:00', endsLocal: '2026-03-03T16:00' };
const onThursdays = { ...timing, startsLocal: '2026-03-05T10:00', endsLocal: '2026-03-05T11:00' };

const next = async (limit = 5) => (await scene.list(ana, { limit })).items;
const names = async (limit = 5) => (await next(limit)).map(({ hosts }) => hosts.map(({ name }) => name).join(' & '));
const told = async (what: string) => {
  const rows = await db().selectFrom('outbox').select('payload').where('type', '=', what).execute();
  const people = [jonas, mara, tomas, helen];
  const told = rows.map(({ payload }) => (payload as { hostId?: string }).hostId);
  return ['Jonas', 'Mara', 'Tomas', 'Helen'].filter((_name, at) => told.includes(people[at]!.personId));
};
const putDown = async (at: number, who: Actor) => {
  const [date] = (await next()).slice(at);
  await scene.change(ana, await scene.see(ana, date!.id), { hostId: who.personId });
};

describe('hosts that take turns', () => {
  it.each([
    ['time', inTheAfternoon],
    ['day', onThursdays],
  ])('go on with whose turn is next when the series has a new %s', async (_what, given) => {
    scene.clock.pass(9);
    expect(await names(2)).toEqual(['Tomas', 'Jonas']);
    await scene.edit(ana, await scene.see(ana, first.id), { timing: given });
    expect(await names(4)).toEqual(['Tomas', 'Jonas', 'Mara', 'Tomas']);
    expect(await told('gathering.turns-changed')).toEqual([]);
  });

  it('keep their turns around whoever was put down for one date, when the series has a new time or new hosts', async () => {
    await putDown(0, helen);
    await putDown(3, mara);
    expect(await names()).toEqual(['Helen', 'Mara', 'Tomas', 'Mara', 'Mara']);
    const moved = await scene.edit(ana, await scene.see(ana, first.id), { timing: inTheAfternoon });
    expect(await names()).toEqual(['Helen', 'Mara', 'Tomas', 'Mara', 'Mara']);
    expect(await told('gathering.turns-changed')).toEqual([]);
    await scene.edit(ana, moved, { hostIds: [jonas, mara, tomas, ana].map(({ personId }) => personId) });
    expect(await names(6)).toEqual(['Helen', 'Mara', 'Tomas', 'Mara', 'Jonas', 'Mara']);
  });

  it('are told, once each, when an edit gives them other dates; and who has lost theirs', async () => {
    const hostIds = [jonas, tomas, helen].map(({ personId }) => personId);
    await scene.edit(ana, await scene.see(ana, first.id), { hostIds });
    expect(await names(4)).toEqual(['Jonas', 'Tomas', 'Helen', 'Jonas']);
    expect(await told('gathering.turns-changed')).toEqual(['Mara', 'Tomas']);
    expect(await told('gathering.host-added')).toEqual(['Helen']);
  });

  it('all lose them, and are told, where they host together from now on, but not whoever was put down for a date', async () => {
    await putDown(0, helen);
    await scene.edit(ana, await scene.see(ana, first.id), { rotates: false });
    expect(await names(2)).toEqual(['Helen', 'Jonas & Mara & Tomas']);
    expect(await told('gathering.turns-changed')).toEqual(['Jonas', 'Mara', 'Tomas']);
  });

  it('go on after somebody was put down for the last date that was planned', async () => {
    const before = await next(100);
    await scene.change(ana, await scene.see(ana, before.at(-1)!.id), { hostId: helen.personId });
    scene.clock.pass(70);
    await scene.extend();
    const after = await names(100);
    expect(after[after.indexOf('Helen') + 1]).toBe(['Jonas', 'Mara', 'Tomas'][before.length % 3]);
  });

  it('have the date back that somebody is no longer put down for, at the next edit', async () => {
    await putDown(0, helen);
    const given = await scene.change(ana, await scene.see(ana, first.id), { hostId: null });
    await scene.edit(ana, given, { timing: inTheAfternoon });
    expect(await names(3)).toEqual(['Jonas', 'Mara', 'Tomas']);
  });
});
