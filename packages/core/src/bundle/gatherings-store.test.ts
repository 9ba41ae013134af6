import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ana, ben, guild } from '../testing/bundle-builders.ts';
import { bundleScene } from '../testing/bundle-scene.ts';
import { testDatabase } from '../testing/database.ts';

const db = testDatabase();
const scene = bundleScene(db);

const series = {
  externalId: 'g1',
  community: 'welders',
  title: 'Monday round',
  timeZone: 'America/Los_Angeles',
  startsLocal: '2026-01-05T09:00',
  rule: 'FREQ=WEEKLY',
  hosts: ['ana', 'ben'],
  rotates: true,
};
const once = {
  externalId: 'g2',
  community: 'welders',
  title: 'Long ago',
  timeZone: 'UTC',
  startsLocal: '2017-10-11T19:00',
};
const base = { people: [ana, ben], communities: [guild] };

const gatherings = (...all: readonly unknown[]) => scene.take({ ...base, gatherings: all });
const held = async () =>
  (await scene.held()).filter(({ section }) => section === 'gatherings').map(({ value }) => value);
const dates = () => db().selectFrom('occurrence').selectAll().orderBy('starts_at').execute();
const answer = async (occurrenceId: string) => {
  const { id } = await db().selectFrom('person').select('id').where('name', '=', ben.name).executeTakeFirstOrThrow();
  await sql`INSERT INTO rsvp (occurrence_id, person_id, standing, at) VALUES (${occurrenceId}, ${id}, 'going', now())`.execute(
    db(),
  );
};
const answered = async () => (await db().selectFrom('rsvp').select(['occurrence_id', 'standing']).execute())[0];

describe('gatherings in a bundle', () => {
  it('are planned from now on, at the same time of the clock before and after it changes, hosts taking turns', async () => {
    expect((await gatherings(series)).counts.gatherings).toMatchObject({ created: 1, rejected: 0 });
    const planned = await dates();
    expect(planned.slice(0, 2).map(({ starts_at }) => starts_at.toISOString())).toEqual([
      '2026-03-02T17:00:00.000Z',
      '2026-03-09T16:00:00.000Z',
    ]);
    expect(new Set(planned.map(({ planned_local }) => planned_local.slice(11)))).toEqual(new Set(['09:00']));
    expect(planned[0]?.host_id).not.toBe(planned[1]?.host_id);
    expect(planned[0]?.host_id).toBe(planned[2]?.host_id);
  });

  it('tell nobody', async () => {
    await gatherings(series, once);
    const told = await db().selectFrom('outbox').select('type').where('type', 'like', '%gathering%').execute();
    expect(told).toEqual([{ type: 'gathering.imported' }, { type: 'gathering.imported' }]);
  });

  it('tell whoever has answered here, and nobody else, that their date is called off or has gone', async () => {
    const facts = async () => {
      const told = db().selectFrom('outbox').select(['type', 'payload']).where('type', 'not like', '%imported');
      const rows = await told.where('type', '~', '^(gathering|occurrence|rsvp)').orderBy('type').execute();
      return rows.map(({ type, payload }) => [type, (payload as { occurrenceId?: string }).occurrenceId]);
    };
    await gatherings(series);
    const [first, second] = await dates();
    await answer(second?.id ?? '');
    await gatherings({ ...series, calledOff: ['2026-03-02T09:00'] });
    expect(await facts()).toEqual([['occurrence.cancelled', first?.id]]);
    await gatherings({ ...series, rule: 'FREQ=WEEKLY;BYDAY=TU' });
    expect((await facts()).at(-1)).toEqual(['rsvp.dropped', second?.id]);
    const cancelled = { at: '2026-02-01T00:00:00.000Z', reason: 'Nobody came.' };
    await gatherings({ ...series, rule: 'FREQ=WEEKLY;BYDAY=TU', cancelled });
    expect((await facts()).map(([type]) => type)).toEqual([
      'gathering.cancelled',
      'occurrence.cancelled',
      'rsvp.dropped',
    ]);
  });

  it('may be past where they are once', async () => {
    await gatherings(once);
    expect((await dates()).map(({ starts_at, ends_at }) => [starts_at, ends_at])).toEqual([
      [new Date('2017-10-11T19:00:00Z'), new Date('2017-10-11T20:00:00Z')],
    ]);
  });

  it('change nothing the second time', async () => {
    await gatherings(series, once);
    const before = await dates();
    expect((await gatherings(series, once)).counts.gatherings).toMatchObject({ unchanged: 2 });
    expect(await dates()).toEqual(before);
  });

  it('keep the answers to a date that stays on its day, when the record says another time', async () => {
    await gatherings(series);
    const [first] = await dates();
    await answer(first?.id ?? '');
    expect((await gatherings({ ...series, startsLocal: '2026-01-05T10:30' })).counts.gatherings.updated).toBe(1);
    const [moved] = await dates();
    expect([moved?.id, moved?.planned_local]).toEqual([first?.id, '2026-03-02T10:30']);
    expect(await answered()).toEqual({ occurrence_id: first?.id, standing: 'going' });
  });

  it('keep the answers to a date that has no place in the new rule, and call it off', async () => {
    await gatherings(series);
    const [first] = await dates();
    await answer(first?.id ?? '');
    await gatherings({ ...series, rule: 'FREQ=WEEKLY;BYDAY=TU' });
    const after = await dates();
    expect(after.find(({ id }) => id === first?.id)?.cancelled_at).toBeInstanceOf(Date);
    expect(await answered()).toEqual({ occurrence_id: first?.id, standing: 'going' });
    const going = after.filter(({ cancelled_at }) => !cancelled_at);
    expect(new Set(going.map(({ planned_at }) => planned_at.getUTCDay()))).toEqual(new Set([2]));
  });

  it('stay the one date that they are, when what is once is put on another day', async () => {
    await gatherings(once);
    const [first] = await dates();
    await answer(first?.id ?? '');
    await gatherings({ ...once, startsLocal: '2017-11-01T18:00', minutes: 90 });
    expect((await dates()).map(({ id, starts_at, ends_at }) => [id, starts_at, ends_at])).toEqual([
      [first?.id, new Date('2017-11-01T18:00:00Z'), new Date('2017-11-01T19:30:00Z')],
    ]);
    expect(await answered()).toEqual({ occurrence_id: first?.id, standing: 'going' });
  });

  it('are planned on without a gap, when only the words of the record have changed since', async () => {
    await gatherings(series);
    scene.clock.pass(100);
    await gatherings({ ...series, title: 'Round on Monday' });
    const { planned_until: until } = await db()
      .selectFrom('gathering')
      .select('planned_until')
      .executeTakeFirstOrThrow();
    const last = (await dates()).at(-1)?.starts_at ?? new Date(0);
    expect((until?.getTime() ?? 0) - last.getTime()).toBeLessThan(7 * 86_400_000);
  });

  it('may have begun many years ago', async () => {
    const old = { ...series, startsLocal: '2011-01-03T09:00', rule: 'FREQ=DAILY' };
    expect((await gatherings({ ...series, startsLocal: '1996-01-01T09:00' })).rejections).toEqual([]);
    expect(
      (await gatherings({ ...old, externalId: 'g4', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' })).rejections,
    ).toEqual([]);
    const counted = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM occurrence GROUP BY gathering_id ORDER BY 1`.execute(db());
    expect(counted.rows.map(({ n }) => n)).toEqual([58, 286]);
  });

  it('leave out what is called off, all of it or single dates', async () => {
    await gatherings(
      { ...series, calledOff: ['2026-03-09T09:00'] },
      { ...series, externalId: 'g3', cancelled: { at: '2026-02-01T00:00:00.000Z', reason: 'Nobody came.' } },
    );
    const off = await sql<{ title: string; off: number; on: number }>`
      SELECT g.rule IS NOT NULL AND g.cancelled_at IS NOT NULL AS title, count(o.cancelled_at)::int AS off,
        count(*) FILTER (WHERE o.cancelled_at IS NULL)::int AS on
      FROM gathering g JOIN occurrence o ON o.gathering_id = g.id GROUP BY g.id ORDER BY 1`.execute(db());
    expect(off.rows[0]).toMatchObject({ title: false, off: 1 });
    expect(off.rows[1]).toMatchObject({ title: true, on: 0 });
  });

  it('stay called off where people here called them off, whatever an update says', async () => {
    await gatherings(series);
    await db().updateTable('gathering').set({ cancelled_at: scene.clock.now(), planned_until: null }).execute();
    await db().updateTable('occurrence').set({ cancelled_at: scene.clock.now() }).execute();
    await gatherings({ ...series, startsLocal: '2026-01-06T09:00' });
    expect((await dates()).filter(({ cancelled_at }) => !cancelled_at)).toEqual([]);
  });

  it('come out as they went in', async () => {
    await gatherings(
      { ...series, calledOff: ['2026-03-09T09:00'] },
      { ...once, capacity: 12, venue: 'Hall 3', hidden: true },
    );
    const first = await held();
    await sql`TRUNCATE gathering, imported, person, community CASCADE`.execute(db());
    scene.clock.restart();
    expect((await gatherings(...first)).rejections).toEqual([]);
    const key = (one: unknown) => (one as { externalId: string }).externalId;
    expect((await held()).sort((a, b) => key(a).localeCompare(key(b)))).toEqual(
      first.sort((a, b) => key(a).localeCompare(key(b))),
    );
    expect(first).toHaveLength(2);
  });

  it('take turns again as they did where they come from, in whatever order; and no more when the record says so', async () => {
    const turn = (n: number, more = {}) => ({
      ...series,
      externalId: `t${n}`,
      title: n === 0 ? 'Round' : `Round (turn ${n} of 2)`,
      rule: 'FREQ=WEEKLY;INTERVAL=2',
      startsLocal: n === 2 ? '2026-01-12T17:00' : '2026-01-05T09:00',
      rotation: { first: 't0', turn: n, turns: 2 },
      ...more,
    });
    const turns = async () =>
      ((await held()) as { externalId: string; rotation?: unknown }[])
        .toSorted((a, b) => a.externalId.localeCompare(b.externalId))
        .map(({ externalId, rotation }) => [externalId, rotation]);
    const all = ['t0', 't1', 't2'].map((name, at) => [name, { first: 't0', turn: at, turns: 2 }]);
    expect((await gatherings(turn(2), turn(0), turn(1))).rejections).toEqual([]);
    expect(await turns()).toEqual(all);
    const first = await held();
    await sql`TRUNCATE gathering, imported, person, community CASCADE`.execute(db());
    scene.clock.restart();
    expect((await gatherings(...first)).rejections).toEqual([]);
    expect(await turns()).toEqual(all);
    const together = await sql`SELECT DISTINCT rotation_id FROM rotation_turn`.execute(db());
    expect(together.rows).toHaveLength(1);

    const { rejections } = await gatherings(turn(2, { externalId: 't3' }));
    expect(rejections).toMatchObject([{ reason: 'rotation: another gathering takes turn 2 already.' }]);
    await gatherings(turn(2, { rotation: undefined }));
    expect(await turns()).toEqual([...all.slice(0, 2), ['t2', undefined]]);
  });

  it.each([
    ['a turn of more than there are', { rotation: { first: 'g1', turn: 3, turns: 2 } }, 'rotation.turn: There are not'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone: there is no time zone'],
    ['an offset for a zone', { timeZone: '+01:00' }, 'timeZone: there is no time zone'],
    ['the 30th of February', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule: no date comes'],
    ['words for a rule', { rule: 'every second Tuesday' }, 'rule: no date comes'],
    ['a series of a million', { rule: 'FREQ=DAILY;COUNT=1000000' }, 'more dates than anybody'],
    ['every second', { rule: 'FREQ=SECONDLY' }, 'more dates than anybody'],
    ['a rule that ends before it starts', { rule: 'FREQ=DAILY;UNTIL=20200101' }, 'rule: it ends before'],
    ['a day that is none', { startsLocal: '2026-02-30T09:00' }, 'startsLocal: the clock'],
    ['an hour that the clock skips', { startsLocal: '2026-03-08T02:30' }, 'startsLocal: the clock'],
    ['no length', { minutes: 0 }, 'minutes'],
    ['a community nobody knows', { community: 'cooks' }, 'no community «cooks»'],
    ['a host nobody knows', { hosts: ['zoe'] }, 'no person «zoe»'],
    ['a link that is none', { meetingUrl: 'javascript:alert(1)' }, 'meetingUrl'],
  ])('are rejected with %s, with the place and the reason, and the others go on', async (_what, wrong, reason) => {
    const { rejections, counts } = await gatherings(once, { ...series, ...wrong });
    expect(rejections).toEqual([{ place: 'gatherings[1]', reason: expect.stringContaining(reason) }]);
    expect(counts.gatherings).toMatchObject({ created: 1, rejected: 1 });
  });

  it('to come are no more in a community that is closed; what was stays', async () => {
    const closed = { ...guild, stage: 'closed', closeReason: 'It has done its work.' };
    const { rejections } = await scene.take({ ...base, communities: [closed], gatherings: [once, series] });
    expect(rejections).toEqual([{ place: 'gatherings[1]', reason: expect.stringContaining('closed') }]);
  });
});
