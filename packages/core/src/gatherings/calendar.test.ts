import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import { writeCalendar, writeEvents } from './calendar.ts';
import { datesOf } from './recurrence.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor;
let ben: Actor;
let gus: Actor;

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, gus } = scene);
});

type Details = { readonly startDate: ICAL.Time; readonly endDate: ICAL.Time; readonly item: ICAL.Event };
type Shown = { readonly at: string; readonly end: string; readonly summary: string };

/** What a calendar program makes of a file: every date up to `until`, by ical.js and the zones that the file describes. */
function showsUntil(file: string, until: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const masters = events.filter((event) => !event.isRecurrenceException());
  const shown: Shown[] = [];
  const utc = (time: ICAL.Time) => time.toJSDate().toISOString();
  for (const master of masters) {
    for (const other of events)
      if (other.isRecurrenceException() && other.uid === master.uid) master.relateException(other);
    if (!master.isRecurring()) {
      shown.push({ at: utc(master.startDate), end: utc(master.endDate), summary: master.summary });
      continue;
    }
    const iterator = master.iterator();
    for (let next = iterator.next(); next && utc(next) <= until; next = iterator.next()) {
      const { startDate, endDate, item } = master.getOccurrenceDetails(next) as Details;
      shown.push({ at: utc(startDate), end: utc(endDate), summary: item.summary });
    }
  }
  return shown.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

const pageOf = (id: string) => `https://copse.example/open/gatherings/${id}`;
const secretOf = async (who: Actor, communityId?: string) => {
  const { path } = await scene.value(scene.core.gatherings.issueCalendar(who, communityId ? { communityId } : {}));
  return path.slice('/calendars/'.length, -'.ics'.length);
};
const read = async (secret: string) => {
  const answer = await scene.core.gatherings.readCalendar({ secret, pageOf, has: () => false });
  return answer.ok ? { ok: true as const, value: answer.value.file ?? '' } : answer;
};
const fileOf = async (who: Actor, communityId?: string) => scene.value(read(await secretOf(who, communityId)));

describe('a calendar', () => {
  it('shows the dates that Copse shows, across both changes of the clocks', async () => {
    await scene.schedule(ana, { rule: 'FREQ=WEEKLY;BYDAY=TU' });
    const sydney = { timeZone: 'Australia/Sydney', startsLocal: '2026-03-04T09:00', endsLocal: '2026-03-04T10:00' };
    await scene.schedule(ana, { ...sydney, rule: 'FREQ=MONTHLY;BYDAY=1WE,3WE', title: 'South' });
    const ours = (await scene.list(ben, { limit: 100 })).items.map(({ startsAt, endsAt, title }) => ({
      at: startsAt,
      end: endsAt,
      summary: title,
    }));
    const until = '2026-12-01T00:00:00.000Z';
    expect(showsUntil(await fileOf(ben), until)).toEqual(ours.filter(({ at }) => at <= until));
  });

  it.each(['FREQ=WEEKLY;BYDAY=SU', 'FREQ=WEEKLY;BYDAY=SU;COUNT=6', 'FREQ=DAILY;COUNT=30'])(
    'has no date where the clock skips its time: %s',
    async (rule) => {
      const atNight = { startsLocal: '2026-03-08T02:30', endsLocal: '2026-03-08T03:30', timeZone: 'Europe/Zurich' };
      await scene.schedule(ana, { ...atNight, rule });
      const until = '2026-09-01T00:00:00.000Z';
      const ours = (await scene.list(ben, { limit: 100 })).items.map(({ startsAt }) => startsAt);
      expect(ours.filter((at) => at.startsWith('2026-03-29'))).toEqual([]);
      expect(showsUntil(await fileOf(ben), until).map(({ at }) => at)).toEqual(ours.filter((at) => at <= until));
    },
  );

  it('has a moved date where it is, and not one that is called off or that its reader declines', async () => {
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=4' });
    await scene.change(ana, first, { startsLocal: '2026-03-04T09:00', title: 'Moved; once, \\ only' });
    await scene.cancelDate(ana, first.later[0]!.id);
    await scene.answer(ben, first.later[1]!.id, 'not-going');
    const file = await fileOf(ben);
    expect(showsUntil(file, '2027-01-01').map(({ at, summary }) => `${at} ${summary}`)).toEqual([
      '2026-03-04T08:00:00.000Z Moved; once, \\ only',
      '2026-03-24T09:00:00.000Z Welding round',
    ]);
    // For somebody else the declined date is there.
    expect(showsUntil(await fileOf(ana), '2027-01-01')).toHaveLength(3);
  });

  it('keeps to RFC 5545: lines of 75 octets, stamps in UTC, every zone described once', async () => {
    const title = 'Löten, schweißen; und 🔥 mehr '.repeat(4).trim();
    await scene.schedule(ana, { rule: 'FREQ=WEEKLY', title, description: 'Zeile eins\n\nZeile zwei' });
    await scene.schedule(ana, { meetingUrl: 'https://teams.example/join/1' });
    const file = await fileOf(ana);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.match(/^DTSTAMP:\d{8}T\d{6}Z\r$/gmu)).toHaveLength(2);
    expect(file.match(/^BEGIN:VTIMEZONE/gmu)).toHaveLength(1);
    expect(file).toMatch(/^DTSTART;TZID=Europe\/Berlin:20260303T100000\r$/mu);
    expect(showsUntil(file, '2026-03-04').map(({ summary }) => summary)).toContain(title);
  });

  it('of one community has only its own, and that of a person all of theirs', async () => {
    await scene.schedule(ana);
    const other = await scene.value(
      scene.core.communities.foundCommunity(ana, {
        archetype: 'guild',
        name: 'Others',
        purpose: 'Another guild',
        topics: [],
      }),
    );
    await scene.schedule(ana, { communityId: other.id, title: 'Elsewhere' });
    const titles = (file: string) =>
      showsUntil(file, '2027')
        .map(({ summary }) => summary)
        .toSorted();
    expect(titles(await fileOf(ana, other.id))).toEqual(['Elsewhere']);
    expect(titles(await fileOf(ana))).toEqual(['Elsewhere', 'Welding round']);
    expect(titles(await fileOf(ben))).toEqual(['Welding round']);
  });
});

describe('the address of a calendar', () => {
  it('is kept as a hash, can be made anew, and can be revoked', async () => {
    const first = await secretOf(ben);
    const rows = await db().selectFrom('calendar_address').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(first);
    const second = await secretOf(ben);
    expect(await read(first)).toEqual({ ok: false, reason: 'no-such-calendar' });
    expect(await read(second)).toMatchObject({ ok: true });
    expect(await scene.value(scene.core.gatherings.seeCalendars(ben))).toMatchObject({ items: [{}] });
    await scene.value(scene.core.gatherings.revokeCalendar(ben, {}));
    expect(await read(second)).toEqual({ ok: false, reason: 'no-such-calendar' });
  });

  it.each(['', 'short', 'x'.repeat(43), `${'x'.repeat(42)}'`])(
    'that nobody was given (%s) leads nowhere',
    async (secret) => {
      expect(await read(secret)).toEqual({ ok: false, reason: 'no-such-calendar' });
    },
  );

  it('shows what its holder may see now, and nothing once they leave or are erased', async () => {
    await scene.schedule(ana, { visibility: 'members' });
    const secret = await secretOf(ben);
    const shown = async () => showsUntil(await scene.value(read(secret)), '2027').length;
    expect(await shown()).toBe(1);
    await scene.value(scene.core.communities.leaveCommunity(ben, { communityId: scene.communityId }));
    expect(await shown()).toBe(0);
    await scene.value(scene.core.identity.eraseMe(ben, { confirm: 'erase' }));
    expect(await read(secret)).toEqual({ ok: false, reason: 'no-such-calendar' });
  });

  it('of a guest shows what reaches partners only', async () => {
    await scene.schedule(ana);
    await scene.schedule(ana, { visibility: 'partners', title: 'Open' });
    expect(showsUntil(await fileOf(gus, scene.communityId), '2027').map(({ summary }) => summary)).toEqual(['Open']);
  });
});

it('a gathering is a file of its own', async () => {
  const one = await scene.schedule(ana, { title: 'Round / 1: “start”', rule: 'FREQ=WEEKLY;COUNT=2' });
  const invitation = { occurrenceId: one.id, page: pageOf(one.id) };
  const { fileName, calendar } = await scene.value(scene.core.gatherings.seeInvitation(ben, invitation));
  expect(fileName).toBe('Round-1-start.ics');
  expect(showsUntil(calendar, '2027')).toHaveLength(2);
  expect(calendar.replaceAll('\r\n ', '')).toContain(pageOf(one.id));
});

/** The zones of the tables, whose rules for today may be read back for any date of these years. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Asia/Kathmandu',
];

it('a file says to another program what the rule says to us', () => {
  const rules = fc.constantFrom(
    'FREQ=WEEKLY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=MONTHLY;BYDAY=2TU,4TU',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      rules,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 4, max: 22 }),
      (timeZone, rule, day, hour) => {
        const from = `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:15`;
        const first = datesOf({ timeZone, startsLocal: from, rule }, { limit: 1 });
        const startsLocal = first.ok ? first.value[0]!.local : from;
        const base = {
          id: 'a',
          title: 'T',
          description: '',
          community: 'C',
          page: 'https://c.example',
          venue: undefined,
          meetingUrl: undefined,
        };
        const file = writeCalendar('N', [
          writeEvents({
            ...base,
            timeZone,
            startsLocal,
            rule,
            minutes: 45,
            revision: 1,
            updatedAt: new Date(0),
            different: [],
            without: [],
          }),
        ]);
        const until = new Date(Date.UTC(2026, 0, 1 + day + 380));
        const ours = datesOf({ timeZone, startsLocal, rule }, { until, limit: 1000 });

        expect(showsUntil(file, until.toISOString()).map(({ at }) => at)).toEqual(
          ours.ok && ours.value.map(({ at }) => at.toISOString()),
        );
      },
    ),
    { numRuns: 60 },
  );
});
