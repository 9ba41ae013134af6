import { carryOutRound } from '@copse/core/testing';
import type { CommunityView, IntroductionsView, MeView, MyIntroductionsView, RoundView } from '@copse/core/contracts';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const dora = inTeams('Dora Distant');

let params: { communityId: string };
let cleosId: string;
let introductionId: string;

beforeAll(async () => {
  // Whoever comes first administers the organisation.
  await ben.get<MeView>('/me');
  cleosId = (await cleo.get<MeView>('/me')).json.id;
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  const guild = (await ben.post<CommunityView>('/communities', { body: { ...body, topics: ['accessibility'] } })).json;
  params = { communityId: guild.id };
  await cleo.post(`/communities/${guild.id}/join`);
});

describe('introductions of a community', () => {
  it('are arranged by whoever coordinates it, and wished for by members', async () => {
    const line = '/communities/:communityId/introductions';
    const before = await expectAnswer<IntroductionsView>(ben, `GET ${line}`, params);
    const { revision } = before.json.arrangement;
    const arranged = { body: { cadence: 'monthly', size: 2 }, headers: { 'if-match': `"${revision}"` } };
    const after = await expectAnswer<IntroductionsView>(ben, `PUT ${line}`, params, arranged);
    expect(after.json.arrangement).toMatchObject({ cadence: 'monthly', revision: revision + 1 });
    expect((await ben.put(`/communities/${params.communityId}/introductions`, arranged)).status).toBe(412);

    await expectAnswer(ben, `PUT ${line}/me`, params, { body: { team: 'Red' } });
    await expectAnswer(cleo, `PUT ${line}/me`, params);
    await expectAnswer(cleo, `DELETE ${line}/me`, params);
    expect((await dora.put(`/communities/${params.communityId}/introductions/me`)).json).toMatchObject({
      reason: 'not-taking-part',
    });
  });

  it('are previewed, begun and carried out', async () => {
    const refused = await ben.post(`/communities/${params.communityId}/introductions/rounds`);
    expect(refused).toMatchObject({ status: 409, json: { reason: 'nobody-to-introduce' } });
    await cleo.put(`/communities/${params.communityId}/introductions/me`);
    await expectAnswer(ben, 'GET /communities/:communityId/introductions/preview', params);
    expect((await dora.get(`/communities/${params.communityId}/introductions/preview`)).status).toBe(403);
    const begun = await expectAnswer<RoundView>(ben, 'POST /communities/:communityId/introductions/rounds', params);
    await carryOutRound(service.db(), begun.json.id, randomUUID);
    const again = await ben.post(`/communities/${params.communityId}/introductions/rounds`);
    expect(again).toMatchObject({ status: 409, json: { reason: 'introduced-lately' } });
  });
});

describe('one’s own introductions', () => {
  it('are seen and answered by those in them alone', async () => {
    const mine = await expectAnswer<MyIntroductionsView>(cleo, 'GET /me/introductions', {}, { query: '?limit=5' });
    introductionId = mine.json.items[0]?.id ?? '';
    const one = { introductionId };
    await expectAnswer(cleo, 'GET /introductions/:introductionId', one);
    expect((await dora.get(`/introductions/${introductionId}`)).status).toBe(404);
    await expectAnswer(cleo, 'PUT /introductions/:introductionId/times', one, { body: { suits: [0] } });
    const told = { body: { met: 'met', useful: true } };
    await expectAnswer(cleo, 'PUT /introductions/:introductionId/meeting', one, told);
    const unknown = await cleo.put(`/introductions/${introductionId}/times`, { body: { suits: [9] } });
    expect(unknown).toMatchObject({ status: 422, json: { reason: 'time-not-proposed' } });
  });

  it('leave out whom one wants to keep apart from', async () => {
    await expectAnswer(ben, 'PUT /me/kept-apart/:personId', { personId: cleosId });
    const mine = await ben.get<MyIntroductionsView>('/me/introductions');
    expect(mine.json.keptApart).toMatchObject([{ name: 'Cleo Curious' }]);
    expect((await cleo.get<MyIntroductionsView>('/me/introductions')).json.keptApart).toEqual([]);
    await expectAnswer(ben, 'DELETE /me/kept-apart/:personId', { personId: cleosId });
  });
});

it('has walked every route about introductions', () => {
  expect(notWalked(({ tag }) => tag === 'Introductions')).toEqual([]);
});
