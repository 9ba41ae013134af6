import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import { occurrencePage, occurrenceView } from './contract.ts';

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

describe('a series', () => {
  it('is planned for more than a year, and stays at its local time', async () => {
    const first = await scene.schedule(ana, {
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      startsLocal: '2026-03-03T10:00',
      endsLocal: '2026-03-03T11:00',
    });
    expect(occurrenceView.parse(first)).toEqual(first);
    expect(first).toMatchObject({ startsAt: '2026-03-03T09:00:00.000Z', recurs: 'Every week on Tuesday', going: 0 });
    expect(first.hosts).toMatchObject([{ name: 'Ana Ortiz' }]);

    const list = await scene.list(ben, { limit: 100 });
    expect(occurrencePage.parse(list)).toEqual(list);
    expect(list.items).toHaveLength(58);
    expect(list.items[4]).toMatchObject({ startsAt: '2026-03-31T08:00:00.000Z' });
  });

  it('is listed in pages, each date once', async () => {
    await scene.schedule(ana, { rule: 'FREQ=DAILY;COUNT=30' });
    const starts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await scene.list(ben, { limit: 7, ...(cursor ? { cursor } : {}) });
      starts.push(...page.items.map(({ startsAt }) => startsAt));
      cursor = page.nextCursor;
    } while (cursor);
    expect(starts).toHaveLength(30);
    expect(starts).toEqual([...new Set(starts)].toSorted());
  });

  it('lets its hosts take turns, and goes on with them when it is planned on', async () => {
    const hostIds = [ana.personId, ben.personId, cem.personId];
    await scene.schedule(ana, { rule: 'FREQ=WEEKLY', hostIds, rotates: true });
    const names = async (limit: number) =>
      (await scene.list(ana, { limit })).items.map(({ hosts }) => hosts[0]?.name.slice(0, 3));
    expect(await names(4)).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);

    const before = (await names(100)).length;
    scene.clock.pass(70);
    await scene.extend();
    const after = await names(100);
    expect(after).toHaveLength(before);
    expect(after.every((name, at) => name === after[(at + 3) % after.length] || at + 3 >= after.length)).toBe(true);
    await scene.extend();
    expect(await names(100)).toHaveLength(before);
  });

  it('keeps the answers to dates that stay on their day when its time changes, and tells of the others', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=4' });
    await scene.answer(ben, first.id, 'going');
    const timing = {
      timeZone: 'Europe/Berlin',
      startsLocal: '2026-03-03T15:00',
      endsLocal: '2026-03-03T16:30',
      rule: 'FREQ=WEEKLY;COUNT=2',
    };
    const moved = await scene.edit(ana, first, { timing });
    expect(moved).toMatchObject({
      id: first.id,
      startsAt: '2026-03-03T14:00:00.000Z',
      endsAt: '2026-03-03T15:30:00.000Z',
      going: 1,
    });
    expect((await scene.list(ben)).items).toHaveLength(2);
  });

  it('calls off a date that people wanted to come to and that has no place any more', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=2' });
    await scene.answer(ben, first.id, 'going');
    const timing = {
      timeZone: 'Europe/Berlin',
      startsLocal: '2026-03-05T10:00',
      endsLocal: '2026-03-05T11:00',
      rule: 'FREQ=WEEKLY;COUNT=2',
    };
    await scene.edit(ana, first, { timing });
    expect(await scene.see(ben, first.id)).toMatchObject({ cancelled: true, cancelReason: 'It has a new time.' });
    // And may have its old time back.
    const back = { ...timing, startsLocal: '2026-03-03T10:00', endsLocal: '2026-03-03T11:00' };
    const next = await scene.edit(ana, await scene.see(ana, first.id), { timing: back });
    expect(next).toMatchObject({ startsAt: '2026-03-03T09:00:00.000Z', cancelled: false });
    expect(next.id).not.toBe(first.id);
  });

  it('that was called off on one date stays so when its time changes', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=2' });
    await scene.cancelDate(ana, first.id);
    const timing = {
      timeZone: 'Europe/Berlin',
      startsLocal: '2026-03-03T16:00',
      endsLocal: '2026-03-03T17:00',
      rule: 'FREQ=WEEKLY;COUNT=2',
    };
    await scene.edit(ana, first, { timing });
    expect((await scene.list(ben)).items.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  });

  it('that begins in more than 400 days is planned from its beginning, and planned on when that is near', async () => {
    const given = { rule: 'FREQ=MONTHLY', startsLocal: '2027-10-05T10:00', endsLocal: '2027-10-05T11:00' };
    const preview = await scene.core.gatherings.previewDates(ana, { timeZone: 'Europe/Berlin', ...given });
    expect(preview).toMatchObject({ ok: true, value: { dates: { length: 8 } } });
    expect(await scene.schedule(ana, given)).toMatchObject({ startsAt: '2027-10-05T08:00:00.000Z' });
    const planned = (await scene.list(ben, { limit: 100 })).items.length;
    expect(planned).toBe(14);
    await scene.extend();
    expect((await scene.list(ben, { limit: 100 })).items).toHaveLength(planned);
    scene.clock.pass(660);
    await scene.extend();
    const { items } = await scene.list(ben, { limit: 100 });
    expect(items.map(({ startsAt }) => startsAt.slice(0, 7)).slice(0, 3)).toEqual(['2028-01', '2028-02', '2028-03']);
    expect(items.length).toBe(13);
  });

  it('gets a beginning in more than 400 days by an edit, too', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY' });
    const timing = {
      timeZone: 'Europe/Berlin',
      startsLocal: '2027-10-05T10:00',
      endsLocal: '2027-10-05T11:00',
      rule: 'FREQ=WEEKLY;COUNT=2',
    };
    expect(await scene.edit(ana, first, { timing })).toMatchObject({ startsAt: '2027-10-05T08:00:00.000Z' });
    expect((await scene.list(ben)).items).toHaveLength(2);
  });

  it('is moved on one date only', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=2' });
    const moved = await scene.change(ana, first, { startsLocal: '2026-03-04T09:00', venue: 'Hall 2' });
    expect(moved).toMatchObject({
      startsAt: '2026-03-04T08:00:00.000Z',
      plannedAt: '2026-03-03T09:00:00.000Z',
      venue: 'Hall 2',
    });
    expect((await scene.list(ben)).items.map(({ startsAt }) => startsAt)).toEqual([
      '2026-03-04T08:00:00.000Z',
      '2026-03-10T09:00:00.000Z',
    ]);
  });

  it('is called off with all dates to come, and what has been stays', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=3' });
    scene.clock.pass(3);
    const next = await scene.cancel(ana, first, 'We meet elsewhere now.');
    expect(next).toMatchObject({ series: { cancelled: true } });
    expect((await scene.list(ben)).items.map(({ cancelled }) => cancelled)).toEqual([true, true]);
    expect((await scene.list(ben, { past: true })).items).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('a series by somebody who does not run the community', async () => {
    expect(await scene.trySchedule(ben)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await scene.trySchedule(gus)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it.each([
    ['an end before the start', { endsLocal: '2026-03-03T09:00' }, 'ends-before-start'],
    ['an unknown zone', { timeZone: 'Europe/Nowhere' }, 'unknown-time-zone'],
    ['an impossible rule', { rule: 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2' }, 'impossible-rule'],
    ['a series of a million', { rule: 'FREQ=DAILY;COUNT=1000000' }, 'too-many-dates'],
    ['what has been', { startsLocal: '2025-03-03T10:00', endsLocal: '2025-03-03T11:00' }, 'no-date-ahead'],
    ['an unknown host', { hostIds: ['01950000-0000-7000-8000-ffffffffffff'] }, 'no-such-person'],
  ])('%s', async (_what, given, reason) => {
    expect(await scene.trySchedule(ana, given)).toEqual({ ok: false, reason });
    expect((await scene.list(ana)).items).toEqual([]);
  });

  it('an answer after it was called off, or is over', async () => {
    const one = await scene.schedule(ana);
    const other = await scene.schedule(ana);
    await scene.cancelDate(ana, one.id);
    expect(await scene.tryAnswer(ben, one.id)).toEqual({ ok: false, reason: 'gathering-cancelled' });
    scene.clock.pass(2);
    expect(await scene.tryAnswer(ben, other.id)).toEqual({ ok: false, reason: 'gathering-over' });
  });

  it('an edit of what somebody else has changed meanwhile', async () => {
    const one = await scene.schedule(ana);
    await scene.edit(ana, one, { title: 'Another title' });
    const late = scene.core.gatherings.editGathering(ana, {
      gatheringId: one.gatheringId,
      ifRevision: one.series.revision,
      title: 'Mine',
    });
    expect(await late).toEqual({ ok: false, reason: 'changed-meanwhile' });
  });
});

it('shows the next dates before anything is scheduled', async () => {
  const timing = {
    timeZone: 'America/Los_Angeles',
    startsLocal: '2026-03-03T10:00',
    endsLocal: '2026-03-03T11:00',
    rule: 'FREQ=MONTHLY;BYDAY=2TU,4TU',
  };
  expect(await scene.core.gatherings.previewDates(ben, timing)).toMatchObject({
    ok: true,
    value: {
      startsLocal: '2026-03-10T10:00',
      recurs: 'Every month on the 2nd Tuesday and 4th Tuesday',
      dates: { length: 8, 0: { startsAt: '2026-03-10T17:00:00.000Z', endsAt: '2026-03-10T18:00:00.000Z' } },
    },
  });
});
