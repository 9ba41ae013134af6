import type { CalendarAddress, CommunityView, MeView, OccurrenceView } from '@copse/core/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraph } from '../../test/graph.ts';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const graph = await startGraph();
afterAll(() => graph.close());
const service = testService({ keepBetweenTests: true, settings: graph.settings });
const { inTeams } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const edit = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
/** `YYYY-MM-DDTHH:MM` in UTC, so many minutes from now. */
const local = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
const timing = { timeZone: 'UTC', startsLocal: local(10), endsLocal: local(70), rule: 'FREQ=WEEKLY' };

let guild: CommunityView;
let cleosId: string;
let first: OccurrenceView;

beforeAll(async () => {
  cleosId = (await cleo.get<MeView>('/me')).json.id;
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  guild = (await ben.post<CommunityView>('/communities', { body: { ...body, topics: ['accessibility'] } })).json;
  await cleo.post(`/communities/${guild.id}/join`);
});

describe('a gathering', () => {
  it('is previewed, scheduled and listed', async () => {
    const guildId = { communityId: guild.id };
    await expectAnswer(ben, 'GET /communities/:communityId/fair-hours', guildId, { query: '?minutes=45&turns=3' });
    await expectAnswer(cleo, 'POST /gatherings/preview', {}, { body: timing });
    const body = { communityId: guild.id, title: 'Weekly round', capacity: 5, ...timing };
    const { startsLocal, endsLocal, ...rest } = body;
    const turns = [
      { startsLocal, endsLocal },
      { startsLocal, endsLocal },
    ];
    const rotation = { ...rest, rule: 'FREQ=WEEKLY', turns };
    const turn = (await expectAnswer<OccurrenceView>(ben, 'POST /gatherings/rotations', {}, { body: rotation })).json;
    await expectAnswer(cleo, 'GET /gatherings/:gatheringId/fair-hours', { gatheringId: turn.gatheringId });
    const running = (await ben.post<OccurrenceView>('/gatherings', { body })).json;
    const from = { body: { occurrenceId: running.id, turns }, ...edit(running.series.revision) };
    await expectAnswer(ben, 'POST /gatherings/:gatheringId/rotation', { gatheringId: running.gatheringId }, from);
    const single = { body: { occurrenceId: turn.id, startsLocal, endsLocal }, ...edit(turn.series.revision) };
    await expectAnswer(ben, 'POST /gatherings/:gatheringId/rotation/end', { gatheringId: turn.gatheringId }, single);
    first = (await expectAnswer<OccurrenceView>(ben, 'POST /gatherings', {}, { body })).json;
    await expectAnswer(cleo, 'GET /occurrences', {}, { query: `?communityId=${guild.id}&limit=5` });
    await expectAnswer(cleo, 'GET /occurrences', {}, { query: '?mine=true&member=true&past=true' });
    await expectAnswer(cleo, 'GET /occurrences/:occurrenceId', { occurrenceId: first.id });
  });

  it('is given a meeting in Teams', async () => {
    await expectAnswer(ben, 'GET /me/meetings');
    await expectAnswer(ben, 'POST /gatherings/:gatheringId/meeting', { gatheringId: first.gatheringId });
  });

  it('is answered, prepared, attended and told of afterwards', async () => {
    const params = { occurrenceId: first.id };
    await expectAnswer(cleo, 'PUT /occurrences/:occurrenceId/answer', params, { body: { answer: 'going' } });
    const item = { body: { text: 'What about forms?', minutes: 10 } };
    const added = await expectAnswer<OccurrenceView>(cleo, 'POST /occurrences/:occurrenceId/agenda', params, item);
    const itemId = added.json.agenda[0]?.id ?? '';
    await expectAnswer(cleo, 'DELETE /occurrences/:occurrenceId/agenda/:itemId', { ...params, itemId });
    await expectAnswer(ben, 'PUT /occurrences/:occurrenceId/attendance', params);
    const attendee = { ...params, personId: cleosId };
    await expectAnswer(ben, 'PUT /occurrences/:occurrenceId/attendance/:personId', attendee);
    await expectAnswer(ben, 'DELETE /occurrences/:occurrenceId/attendance/:personId', attendee);
  });

  it('goes into a calendar', async () => {
    const { json } = await expectAnswer<CalendarAddress>(
      cleo,
      'POST /me/calendars',
      {},
      { body: { communityId: guild.id } },
    );
    expect(json.path).toMatch(/^\/calendars\/[\w-]{43}\.ics$/u);
    await expectAnswer(cleo, 'GET /me/calendars');
    const page = `?page=${encodeURIComponent('https://copse.example/g')}`;
    await expectAnswer(cleo, 'GET /occurrences/:occurrenceId/invitation', { occurrenceId: first.id }, { query: page });
    await expectAnswer(cleo, 'POST /me/calendars/revoke', {}, { body: { communityId: guild.id } });
  });

  it('is moved on one date, changed as a whole, and called off', async () => {
    const params = { occurrenceId: first.id };
    const seen = (await ben.get<OccurrenceView>(`/occurrences/${first.id}`)).json;
    const begun = { body: { startsLocal: local(-5) }, ...edit(seen.revision) };
    const { revision } = (await expectAnswer<OccurrenceView>(ben, 'PATCH /occurrences/:occurrenceId', params, begun))
      .json;
    const recap = { body: { recap: 'We talked.', outcomes: ['Try it'] }, ...edit(revision) };
    await expectAnswer(ben, 'PUT /occurrences/:occurrenceId/recap', params, recap);

    const series = { gatheringId: first.gatheringId };
    const changed = { body: { title: 'Fortnightly round', capacity: null }, ...edit(seen.series.revision) };
    const next = await expectAnswer<OccurrenceView>(ben, 'PATCH /gatherings/:gatheringId', series, changed);
    const reason = { body: { reason: 'A holiday' } };
    const later = { occurrenceId: next.json.later[0]?.id ?? '' };
    await expectAnswer(ben, 'POST /occurrences/:occurrenceId/cancel', later, reason);
    await expectAnswer(ben, 'POST /occurrences/:occurrenceId/restore', later);
    await expectAnswer(ben, 'POST /gatherings/:gatheringId/cancel', series);
  });

  it('has no link but one that a browser may follow', async () => {
    const body = { communityId: guild.id, title: 'Round', ...timing, meetingUrl: 'javascript:alert(1)' };
    expect((await ben.post('/gatherings', { body })).status).toBe(400);
  });
});

it('has walked every route about gatherings', () => {
  expect(notWalked(({ tag }) => tag === 'Gatherings')).toEqual([]);
});
