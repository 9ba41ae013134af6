import type { CommunityView, MeetingsView, MeView, OccurrenceView } from '@copse/core/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraph } from '../../test/graph.ts';
import { guidOf, ids } from '../../test/issuers.ts';
import { testService } from '../../test/service.ts';

const graph = await startGraph();
afterAll(() => graph.close());

const service = testService({
  keepBetweenTests: true,
  settings: { ...graph.settings, GRAPH_TENANT_IDS: ids.tenant },
});
const ben = service.inTeams('Ben Builder');
const cleo = service.inTeams('Cleo Curious');
const gus = service.inTeams('Gus Guest', { claims: { acct: 1 } });
const far = service.inTeams('Fay Faraway', { tenant: ids.otherTenant });
let communityId: string;
let bensId: string;
let cleosId: string;

beforeAll(async () => {
  // The first person of an organisation administers it.
  bensId = (await ben.get<MeView>('/me')).json.id;
  cleosId = (await cleo.get<MeView>('/me')).json.id;
  const body = { archetype: 'guild', name: 'Welders', purpose: 'We keep the craft of welding.', topics: ['welding'] };
  communityId = (await ben.post<CommunityView>('/communities', { body })).json.id;
});
beforeEach(() => graph.answer());

const timing = { timeZone: 'Europe/Berlin', startsLocal: '2099-03-03T10:00', endsLocal: '2099-03-03T11:00' };
const schedule = async (given: object = {}) => {
  const body = { communityId, title: 'Welding round', ...timing, ...given };
  return (await ben.post<OccurrenceView>('/gatherings', { body })).json;
};
const create = (who: typeof ben, { gatheringId }: OccurrenceView) =>
  who.post<OccurrenceView>(`/gatherings/${gatheringId}/meeting`);

describe('a meeting in Teams', () => {
  it('is offered to whoever has an account where it is set up, and to nobody else', async () => {
    const offered = await Promise.all(
      [ben, gus, far].map(async (who) => (await who.get<MeetingsView>('/me/meetings')).json.create),
    );
    expect(offered).toEqual([true, false, false]);
  });

  it('is created once, by whoever asks for it, from the next date to the last', async () => {
    const round = await schedule();
    const first = await create(ben, round);
    expect(first.json.meetingUrl).toMatch(/^https:\/\/teams\.example\/join\/\d+$/u);
    expect((await create(ben, round)).json.meetingUrl).toBe(first.json.meetingUrl);
    expect([...graph.meetings.values()].at(-1)).toMatchObject({
      user: guidOf('Ben Builder'),
      body: {
        externalId: round.gatheringId,
        subject: 'Welding round',
        startDateTime: '2099-03-03T09:00:00.000Z',
        endDateTime: '2099-03-03T10:00:00.000Z',
      },
    });
    expect(new Set(graph.tokens)).toEqual(new Set([`${ids.tenant} ${graph.settings.GRAPH_URL}/.default`]));
    expect(graph.tokens).toHaveLength(1);
  });

  it('is the one that was made, where the answer to its making was lost', async () => {
    const round = await schedule();
    const link = (await create(ben, round)).json.meetingUrl;
    await service
      .db()
      .updateTable('gathering')
      .set({ meeting_url: null })
      .where('id', '=', round.gatheringId)
      .execute();
    expect((await create(ben, round)).json.meetingUrl).toBe(link);
  });

  it('does not carry a title that stewards have hidden', async () => {
    const round = await schedule({ title: 'Whose fault it was' });
    const hidden = service.db().updateTable('gathering').set({ hidden_at: new Date() });
    await hidden.where('id', '=', round.gatheringId).execute();
    await create(ben, round);
    expect([...graph.meetings.values()].at(-1)?.body).toMatchObject({
      externalId: round.gatheringId,
      subject: 'Title hidden by a steward',
    });
  });

  it('leaves one link when two hosts ask for it at once', async () => {
    const round = await schedule({ hostIds: [cleosId, bensId] });
    const links = await Promise.all([ben, cleo].map(async (who) => (await create(who, round)).json.meetingUrl));
    expect(new Set(links).size).toBe(1);
  });

  it('is not made for those who may not change the gathering, for one that has a link, or one that is called off', async () => {
    const before = graph.meetings.size;
    expect((await create(cleo, await schedule())).json).toMatchObject({ reason: 'not-allowed' });
    const pasted = await schedule({ meetingUrl: 'https://meet.example/mine' });
    expect((await create(ben, pasted)).json.meetingUrl).toBe('https://meet.example/mine');
    const off = await schedule();
    await ben.post(`/gatherings/${off.gatheringId}/cancel`);
    expect((await create(ben, off)).json).toMatchObject({ reason: 'gathering-cancelled' });
    expect((await create(far, off)).json).toMatchObject({ reason: 'no-such-gathering' });
    expect(graph.meetings.size).toBe(before);
  });
});

describe('where no meeting can be made', () => {
  it.each([
    ['meeting', 403, { error: { code: 'Forbidden' } }, 409, 'meeting-not-allowed'],
    ['meeting', 404, {}, 409, 'meeting-not-allowed'],
    ['meeting', 429, {}, 503, 'meetings-away'],
    ['meeting', 500, {}, 503, 'meetings-away'],
    ['meeting', 302, {}, 503, 'meetings-away'],
    ['meeting', 201, { joinWebUrl: 'javascript:alert(1)' }, 503, 'meetings-away'],
    ['meeting', 201, 'nonsense', 503, 'meetings-away'],
  ] as const)(
    '(%s %i) it is said, the gathering stays, and the next try works',
    async (path, status, body, ...told) => {
      const round = await schedule();
      graph.answer(path, status, body);
      const refused = await create(ben, round);
      expect([refused.status, (refused.json as unknown as { reason: string }).reason]).toEqual(told);
      graph.answer();
      expect((await create(ben, round)).json.meetingUrl).toMatch(/^https:/u);
    },
  );

  it('the log says why, without the title, the token or the secret', async () => {
    const round = await schedule({ title: 'A secret title' });
    graph.answer('meeting', 401, { error: { code: 'InvalidAuthenticationToken', message: 'A secret title' } });
    await create(ben, round);
    // The token is thought to be at fault now, so another one is fetched.
    graph.answer('token', 401, { error: 'invalid_client' });
    expect((await create(ben, round)).json).toMatchObject({ reason: 'meeting-not-allowed' });
    const said = service.log.filter((line) => line.includes('no meeting was made in Teams')).slice(-2);
    expect(said.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual([
      'InvalidAuthenticationToken',
      'invalid_client',
    ]);
    expect(service.log.join('\n')).not.toMatch(/A secret title|token of|a-secret-of-the-tests/u);
  });
});
