import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importBundle, sqlBundleStore } from '@copse/core/bundle';
import { testDatabase } from '@copse/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { digitalgovBundle } from './digitalgov.mjs';
import { kubernetesBundle } from './kubernetes.mjs';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const here = existsSync(data);
if (!here) console.warn('Real data are not beside this clone (../shared/data): the tests with them are skipped.');

const db = testDatabase();
const organisationId = '01900000-0000-7000-8000-0000000000e3';
const NEW_YEAR = Date.parse('2026-01-01T00:00:00.000Z');
const DAY = 86_400_000;
let at = NEW_YEAR;

beforeEach(async () => {
  at = NEW_YEAR;
  await db()
    .insertInto('organisation')
    .values({ id: organisationId, name: 'Real', entra_tenant_id: 'tenant', created_at: new Date(at), revision: 1 })
    .execute();
});

async function take(bundle) {
  const bundles = sqlBundleStore({ db: db(), newId: () => crypto.randomUUID(), now: () => new Date((at += 1000)) });
  const records = (async function* () {
    for (const section of ['people', 'communities', 'memberships', 'gatherings']) {
      for (const [index, value] of bundle[section].entries()) yield { section, index, value };
    }
  })();
  const taken = await importBundle({ bundles }, { organisationId, records, dryRun: false });
  expect(taken.value.rejections).toEqual([]);
  return taken.value.counts.gatherings;
}

/** Every date of 2026 with its series, in its order. */
const datesOf2026 = () =>
  db()
    .selectFrom('occurrence as o')
    .innerJoin('gathering as g', 'g.id', 'o.gathering_id')
    .select(['g.id', 'g.title', 'g.time_zone', 'g.starts_local', 'g.rule', 'o.starts_at', 'o.ends_at'])
    .where('o.starts_at', '<', new Date('2027-01-01T00:00:00Z'))
    .orderBy('o.starts_at')
    .execute();

/** What a clock on the wall of a zone shows: by the zones of the engine, not by those that the rules are expanded with. */
const clock = (instant, timeZone) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
const offsets = (dates) => new Set(dates.map(({ starts_at }) => starts_at.toISOString().slice(11, 16)));
const seriesOf = (dates) => [...Map.groupBy(dates, ({ id }) => id).values()];

const group = (meetings) => ({
  sigs: [
    {
      dir: 'sig-south',
      name: 'South',
      label: 'south',
      mission_statement: 'Keeps the south on time.',
      leadership: { chairs: [{ github: 'aroha', name: 'Aroha' }] },
      meetings: meetings.map((meeting, index) => ({
        description: `Meeting ${index}`,
        frequency: 'weekly',
        ...meeting,
      })),
    },
  ],
});

describe('meetings by the words of their zone', () => {
  it.each([
    [
      'AET (Australian Eastern Time)',
      'Monday',
      '09:00',
      ['2026-03-29T22:00Z', '2026-04-05T23:00Z', '2026-04-12T23:00Z'],
    ],
    ['AET (Australian Eastern Time)', 'Monday', '09:00', ['2026-09-27T23:00Z', '2026-10-04T22:00Z']],
    ['NZT (New Zealand Time)', 'Monday', '09:00', ['2026-03-29T20:00Z', '2026-04-05T21:00Z']],
    ['NZT (New Zealand Time)', 'Monday', '09:00', ['2026-09-20T21:00Z', '2026-09-27T20:00Z']],
    ['PT (Pacific Time)', 'Monday', '09:00', ['2026-03-02T17:00Z', '2026-03-09T16:00Z']],
    ['PT (Pacific Time)', 'Monday', '09:00', ['2026-10-26T16:00Z', '2026-11-02T17:00Z']],
    ['CET (Central European Time)', 'Monday', '4PM', ['2026-03-23T15:00Z', '2026-03-30T14:00Z']],
    ['UTC', 'Monday', '7:30', ['2026-03-23T07:30Z', '2026-03-30T07:30Z']],
  ])('in «%s» on %s at %s stay so over the change of 2026: %s', async (tz, day, time, instants) => {
    await take(kubernetesBundle(group([{ tz, day, time }])).bundle);
    const all = (await datesOf2026()).map(({ starts_at }) => `${starts_at.toISOString().slice(0, 16)}Z`);
    const from = all.indexOf(instants[0]);
    expect(all.slice(from, from + instants.length)).toEqual(instants);
  });

  it('on the second and fourth Tuesday are on the days of the calendar', async () => {
    await take(
      kubernetesBundle(group([{ tz: 'UTC', day: 'Tuesday', time: '9:00', frequency: 'second and fourth Tuesday' }]))
        .bundle,
    );
    const days = (await datesOf2026()).map(({ starts_at }) => starts_at.toISOString().slice(5, 10));
    expect(days.slice(0, 5)).toEqual(['01-13', '01-27', '02-10', '02-24', '03-10']);
    expect(days).toHaveLength(24);
  });

  it('that cannot be read are left out, and named', () => {
    const { bundle, notes } = kubernetesBundle(group([{ tz: 'Moon', day: 'Monday', time: '9:00' }]));
    expect(bundle.gatherings).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('Moon')]);
  });
});

describe.skipIf(!here)('the meetings of Kubernetes', () => {
  const read = () => kubernetesBundle(parse(readFileSync(`${data}/kubernetes-sigs.yaml`, 'utf8')));

  it('are all series, which keep their time of the clock all through 2026, whatever the clocks do', async () => {
    const { bundle } = read();
    expect(await take(bundle)).toMatchObject({ created: 72 });
    const dates = await datesOf2026();
    for (const { title, time_zone, starts_local, starts_at, ends_at } of dates) {
      expect([title, clock(starts_at, time_zone)]).toEqual([title, starts_local.slice(11)]);
      expect(ends_at.getTime() - starts_at.getTime()).toBe(3_600_000);
    }
    const all = seriesOf(dates);
    expect(all).toHaveLength(72);
    for (const series of all) {
      const [{ time_zone: zone, title, rule }] = series;
      // Summer time is another hour of UTC, so that a clock that changes has two.
      expect([title, offsets(series).size]).toEqual([title, zone === 'UTC' ? 1 : 2]);
      const weeks = Number(/INTERVAL=(\d)/u.exec(rule)?.[1] ?? 1);
      if (!rule.startsWith('FREQ=WEEKLY')) expect(series.length).toBe(12);
      else {
        expect(series.length).toBeGreaterThanOrEqual(Math.floor(52 / weeks));
        const gaps = series.slice(1).map((one, index) => Math.round((one.starts_at - series[index].starts_at) / DAY));
        expect(new Set(gaps)).toEqual(new Set([weeks * 7]));
      }
    }
  });

  it('change nothing the second time', async () => {
    await take(read().bundle);
    expect(await take(read().bundle)).toMatchObject({ created: 0, updated: 0, unchanged: 72 });
  });
});

describe.skipIf(!here)('the events of digital.gov', () => {
  const file = (name) => JSON.parse(readFileSync(`${data}/digitalgov/${name}.json`, 'utf8'));
  const read = () =>
    digitalgovBundle({
      communities: file('communities'),
      people: file('people'),
      articles: file('articles'),
      events: file('events'),
    });

  it('are one date each, when they were; what fits nowhere is named', async () => {
    const { bundle, notes } = read();
    const { created } = await take(bundle);
    expect(created + notes.filter((note) => note.endsWith('it is left out.')).length).toBe(file('events').length);
    const rows = await db()
      .selectFrom('occurrence')
      .innerJoin('gathering', 'gathering.id', 'gathering_id')
      .select(['starts_at', 'ends_at', 'rule'])
      .execute();
    expect(rows).toHaveLength(created);
    const events = new Set(file('events').map((one) => `${Date.parse(one.startsAt)} ${Date.parse(one.endsAt)}`));
    for (const { starts_at, ends_at, rule } of rows) {
      expect(rule).toBeNull();
      expect(events).toContain(`${starts_at.getTime()} ${ends_at.getTime()}`);
    }
  });
});
