import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import { keepEvents } from './calendar-events.ts';
import { sqlCalendarStore } from './calendar-store.ts';
import { readCalendar } from './read-calendar.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor;
let ben: Actor;

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben } = scene);
});

const secretOf = async (who: Actor) => {
  const { path } = await scene.value(scene.core.gatherings.issueCalendar(who, {}));
  return path.slice('/calendars/'.length, -'.ics'.length);
};
const readWith = (secret: string, known?: string) =>
  scene.core.gatherings.readCalendar({
    secret,
    pageOf: (id) => `https://copse.example/${id}`,
    has: (version) => version === known,
  });
const versionAt = async (secret: string) => (await scene.value(readWith(secret))).version;

it('stays while nothing changes, and then nothing is written', async () => {
  await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=4' });
  const secret = await secretOf(ben);
  const version = await versionAt(secret);
  expect(await scene.value(readWith(secret, version))).toEqual({ version, file: undefined });
  // What others answer is not in it.
  await scene.answer(ana, (await scene.list(ana)).items[0]!.id, 'going');
  expect(await versionAt(secret)).toBe(version);
});

it('is another one after whatever changes what stands in it', async () => {
  const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=6' });
  const [second, third, fourth] = first.later;
  const secret = await secretOf(ben);
  const { core, communityId } = scene;
  const changes: Record<string, () => Promise<unknown>> = {
    edited: () => scene.edit(ana, first, { title: 'Brazing round' }),
    'one date changed': () => scene.change(ana, first, { venue: 'Hall 2' }),
    'one date called off': () => scene.cancelDate(ana, second!.id),
    declined: () => scene.answer(ben, third!.id, 'not-going'),
    'wanted again': () => scene.answer(ben, third!.id, 'going'),
    'scheduled another': () => scene.schedule(ana, { title: 'One more' }),
    'community renamed': () => core.communities.editCommunity(ana, { communityId, name: 'Welders and braziers' }),
    'another time': async () =>
      scene.edit(ana, await scene.see(ana, fourth!.id), {
        timing: {
          timeZone: 'Europe/Berlin',
          startsLocal: '2026-03-03T11:00',
          endsLocal: '2026-03-03T12:00',
          rule: 'FREQ=WEEKLY;COUNT=6',
        },
      }),
    'called off': () => scene.cancel(ana, first, 'Nobody has time.'),
  };
  const told: (readonly [string, boolean, boolean])[] = [];
  let before = await scene.value(readWith(secret));
  for (const [what, change] of Object.entries(changes)) {
    await change();
    const after = await scene.value(readWith(secret));
    told.push([what, after.file !== before.file, after.version !== before.version]);
    before = after;
  }
  expect(told).toEqual(Object.keys(changes).map((what) => [what, true, true]));
});

it('what somebody declines while their calendar is read is not missing from the calendars of others', async () => {
  const { id } = await scene.schedule(ana);
  const calendars = sqlCalendarStore({ db: db() });
  const written = keepEvents();
  const [bens, anas] = [await secretOf(ben), await secretOf(ana)];
  let meanwhile: () => Promise<unknown> = () => scene.answer(ben, id, 'not-going');
  const listed: typeof calendars.listed = async (...asked) => {
    await meanwhile();
    return calendars.listed(...asked);
  };
  const eventsIn = async (secret: string) => {
    const deps = { calendars: { ...calendars, listed }, written, now: scene.clock.now };
    const { file } = await scene.value(readCalendar(deps, { secret, pageOf: (date) => `/${date}`, has: () => false }));
    return file?.match(/BEGIN:VEVENT/gu)?.length ?? 0;
  };
  expect(await eventsIn(bens)).toBe(0);
  meanwhile = async () => {};
  expect(await eventsIn(anas)).toBe(1);
});

it('of what was written, what nobody has read for longest goes first', () => {
  const kept = keepEvents(2);
  const events = { timeZone: 'UTC', text: '' };
  for (const key of ['a', 'b']) kept.set(key, events);
  kept.get('a');
  kept.set('c', events);
  expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
});
