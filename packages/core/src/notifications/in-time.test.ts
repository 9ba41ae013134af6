import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ana: Actor; // coordinates
let ben: Actor;
let cem: Actor;
let communityId: string;

const SATURDAY = { startsLocal: '2026-03-07T19:00', endsLocal: '2026-03-07T21:00' };
const schedule = (given: { startsLocal: string; endsLocal: string; capacity?: number; hostIds?: string[] }) =>
  scene.schedule(ana, communityId, given);
const comes = (who: Actor, occurrenceId: string, answer: 'going' | 'not-going' = 'going') =>
  value(scene.core.gatherings.answerGathering(who, { occurrenceId, answer }));
async function look(moment: string) {
  scene.clock.pass((Date.parse(moment) - scene.clock.now().getTime()) / 86_400_000);
  await scene.run('look', {});
  await scene.deliver();
  return scene.lines();
}
async function until(moment: string) {
  await look(moment);
  scene.sent.length = 0;
}

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ana = await scene.reached('Ana');
  ben = await scene.reached('Ben');
  cem = await scene.reached('Cem');
  const hours = { timeZone: 'Europe/Berlin', workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' } };
  for (const who of [ana, ben, cem]) await scene.core.identity.editProfile(who, hours);
  communityId = await scene.community(ana, 'Welders', [ben, cem]);
});

it('what is called off on a Saturday, hours before it begins, is told at once, unless never', async () => {
  const { id } = await schedule(SATURDAY);
  await comes(ben, id);
  await comes(cem, id);
  await scene.prefer(cem, { 'gathering-change': 'never' });
  await until('2026-03-07T15:00:00Z');
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id }));
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:ben: Called off: “Round”: Sat 7 Mar, 19:00 CET']);
});

it('what is called off on a Saturday and would be on Tuesday waits for Monday', async () => {
  const { id } = await schedule({ startsLocal: '2026-03-10T15:00', endsLocal: '2026-03-10T16:00' });
  await comes(ben, id);
  await until('2026-03-07T15:00:00Z');
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id }));
  await scene.deliver();
  expect(scene.lines()).toEqual([]);
});

it('at 08:00 that 09:00 is called off, and that it has moved to another day', async () => {
  const { id } = await schedule({ startsLocal: '2026-03-05T09:00', endsLocal: '2026-03-05T10:00' });
  const other = await schedule({ startsLocal: '2026-03-05T09:00', endsLocal: '2026-03-05T10:00' });
  await comes(ben, id);
  await comes(cem, other.id);
  await until('2026-03-05T07:00:00Z');
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id }));
  const move = { startsLocal: '2026-03-12T09:00', endsLocal: '2026-03-12T10:00' };
  await value(scene.core.gatherings.changeDate(ana, { occurrenceId: other.id, ifRevision: 1, ...move }));
  await scene.deliver();
  expect(scene.lines().toSorted()).toEqual([
    'a:ben: Called off: “Round”: Thu 5 Mar, 09:00 CET',
    'a:cem: “Round” has a new time or place: Thu 12 Mar, 09:00 CET',
  ]);
});

it('a place that comes free on a Saturday evening is told before it begins, also to whoever reads a digest', async () => {
  const { id } = await schedule({ ...SATURDAY, capacity: 1 });
  await comes(ben, id);
  await comes(cem, id);
  await scene.prefer(cem, { 'gathering-change': 'weekly' });
  await until('2026-03-07T17:00:00Z');
  await comes(ben, id, 'not-going');
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:cem: There is a place for you: “Round”: Sat 7 Mar, 19:00 CET']);
});

it('a reminder that is written 50 minutes ahead, outside of working hours, is sent', async () => {
  const { id } = await schedule(SATURDAY);
  await comes(ben, id);
  scene.clock.pass((Date.parse('2026-03-07T17:10:00Z') - scene.clock.now().getTime()) / 86_400_000);
  await scene.run('look', {});
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:ben: Soon: “Round”: Sat 7 Mar, 19:00 CET']);
});

it('a reminder for whoever answers on the Saturday itself comes an hour before, also while they are away', async () => {
  const { id } = await schedule(SATURDAY);
  await comes(ana, id, 'not-going');
  await until('2026-03-07T10:00:00Z');
  await comes(ben, id);
  await db()
    .insertInto('notification_setting')
    .values({ person_id: ben.personId, away_until: new Date('2026-03-20T00:00:00Z'), revision: 1 })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ away_until: new Date('2026-03-20T00:00:00Z') }),
    )
    .execute();
  expect(await look('2026-03-07T10:02:00Z')).toEqual([]);
  expect(await look('2026-03-07T17:01:00Z')).toEqual(['a:ben: Soon: “Round”: Sat 7 Mar, 19:00 CET']);
});

it('a reminder comes to hosts unless they do not come, on their own clock, once, by the last time of the date', async () => {
  await scene.core.identity.editProfile(ben, {
    timeZone: 'Asia/Kathmandu',
    workingHours: { days: [3], from: '10:00', to: '16:00' },
  });
  const dan = await scene.reached('Dan');
  const hostIds = [ana, ben, cem, dan].map(({ personId }) => personId);
  const { id } = await schedule({ hostIds, startsLocal: '2026-03-04T18:00', endsLocal: '2026-03-04T19:00' });
  await comes(cem, id, 'not-going');
  await until('2026-03-04T08:00:00Z');
  await value(scene.core.gatherings.changeDate(ana, { occurrenceId: id, startsLocal: '2026-03-04T15:00' }));
  await comes(dan, id);
  await until('2026-03-04T08:30:00Z');
  expect(await look('2026-03-04T09:55:00Z')).toEqual([]);
  expect(await look('2026-03-04T10:00:30Z')).toEqual(['a:ben: Soon: “Round”: Wed 4 Mar, 19:45 GMT+5:45']);
  await comes(ben, id);
  expect(await look('2026-03-04T10:30:00Z')).toHaveLength(1);
  scene.sent.length = 0;
  await look('2026-03-04T13:00:30Z');
  expect((await look('2026-03-04T13:30:00Z')).toSorted()).toEqual([
    'a:ana: Soon: “Round”: Wed 4 Mar, 15:00 CET',
    'a:dan: Soon: “Round”: Wed 4 Mar, 15:00 CET',
  ]);
});

it('that something is called off runs out once it is over, and says why', async () => {
  const { id } = await schedule(SATURDAY);
  await comes(ben, id);
  await until('2026-03-07T17:00:00Z');
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id }));
  await scene.settle();
  scene.clock.pass(2);
  await scene.deliver();
  expect(scene.lines()).toEqual([]);
  const told = db().selectFrom('notification').select(['state', 'failure']).where('what', '=', 'gathering-called-off');
  expect(await told.execute()).toEqual([{ state: 'expired', failure: 'done' }]);
});

it('that something takes place after all, before it would begin, and there is a reminder again', async () => {
  const { cancelDate, restoreDate } = scene.core.gatherings;
  const { id: occurrenceId } = await schedule({ startsLocal: '2026-03-04T15:00', endsLocal: '2026-03-04T16:00' });
  await comes(ben, occurrenceId);
  await comes(cem, occurrenceId, 'not-going');
  const off = await value(cancelDate(ana, { occurrenceId, reason: 'A holiday' }));
  expect(off.abilities).toMatchObject({ restore: true, change: false });
  await until('2026-03-03T12:00:00Z');
  expect(await restoreDate(ben, { occurrenceId })).toEqual({ ok: false, reason: 'not-allowed' });
  const back = await value(restoreDate(ana, { occurrenceId }));
  expect(back).toMatchObject({ cancelled: false, going: 1, abilities: { restore: false, change: true } });
  expect(back.cancelReason).toBeUndefined();
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:ben: Takes place after all: “Round”: Wed 4 Mar, 15:00 CET']);
  await until('2026-03-04T09:00:00Z');
  expect((await look('2026-03-04T13:00:30Z')).toSorted()).toEqual(
    ['ana', 'ben'].map((who) => `a:${who}: Soon: “Round”: Wed 4 Mar, 15:00 CET`),
  );
  await value(cancelDate(ana, { occurrenceId }));
  scene.clock.pass(1 / 24);
  expect(await restoreDate(ana, { occurrenceId })).toEqual({ ok: false, reason: 'gathering-over' });
});

it('that something takes place after all, and not that it is called off, where both wait for Monday', async () => {
  const { id: occurrenceId } = await schedule({ startsLocal: '2026-03-10T15:00', endsLocal: '2026-03-10T16:00' });
  await comes(ben, occurrenceId);
  for (const who of [ben, cem]) await scene.prefer(who, { 'new-gathering': 'never' });
  await until('2026-03-07T15:00:00Z');
  await value(scene.core.gatherings.cancelDate(ana, { occurrenceId }));
  await scene.deliver();
  await value(scene.core.gatherings.restoreDate(ana, { occurrenceId }));
  await scene.deliver();
  expect(await look('2026-03-09T08:30:00Z')).toEqual(['a:ben: Takes place after all: “Round”: Tue 10 Mar, 15:00 CET']);
});
