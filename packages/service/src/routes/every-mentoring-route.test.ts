import { randomUUID } from 'node:crypto';
import { bringMentors } from '@copse/core/testing';
import type { CircleView, CommunityView, MyMentoringView } from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const offer = { topics: ['accessibility'], room: 2, rhythm: 'monthly' };
const goal = { goal: 'I want to review pages on my own.', topics: ['accessibility'] };
const today = () => new Date().toISOString().slice(0, 10);

let guild: CommunityView;

beforeAll(async () => {
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  guild = (await ben.post<CommunityView>('/communities', { body: { ...body, topics: ['accessibility'] } })).json;
  await cleo.post(`/communities/${guild.id}/join`);
});

describe('mentoring', () => {
  it('is offered, looked for and withdrawn', async () => {
    const params = { communityId: guild.id };
    await expectAnswer(ben, 'PUT /communities/:communityId/mentors/me', params, { body: offer });
    await expectAnswer(cleo, 'GET /communities/:communityId/mentors', params, { query: '?limit=5' });
    const looking = await expectAnswer<MyMentoringView>(
      cleo,
      'POST /communities/:communityId/mentoring-requests',
      params,
      {
        body: goal,
      },
    );
    const requestId = looking.json.requests[0]?.id ?? '';
    await expectAnswer(cleo, 'DELETE /mentoring-requests/:requestId', { requestId });
    await expectAnswer(ben, 'DELETE /communities/:communityId/mentors/me', params);
  });

  it('begins with a yes, is noted, paused, resumed and closed', async () => {
    const params = { communityId: guild.id };
    await ben.put(`/communities/${guild.id}/mentors/me`, { body: offer });
    await cleo.post(`/communities/${guild.id}/mentoring-requests`, { body: goal });
    await bringMentors(service.db(), guild.id, randomUUID);
    const asked = await expectAnswer<MyMentoringView>(ben, 'GET /me/mentoring');
    const requestId = asked.json.seekers[0]?.requestId ?? '';
    const agreed = await expectAnswer<MyMentoringView>(
      ben,
      'POST /mentoring-requests/:requestId/answer',
      { requestId },
      {
        body: { accept: true },
      },
    );
    const mentorshipId = agreed.json.mentorships[0]?.id ?? '';
    const session = { body: { heldOn: today(), note: 'We looked at **forms**.' } };
    await expectAnswer(cleo, 'POST /mentorships/:mentorshipId/sessions', { mentorshipId }, session);
    await expectAnswer(cleo, 'POST /mentorships/:mentorshipId/pause', { mentorshipId });
    await expectAnswer(ben, 'POST /mentorships/:mentorshipId/resume', { mentorshipId });
    await expectAnswer(
      ben,
      'POST /mentorships/:mentorshipId/close',
      { mentorshipId },
      { body: { reflection: 'Good.' } },
    );
    expect((await cleo.get<MyMentoringView>('/me/mentoring')).json.mentorships).toMatchObject([{ state: 'closed' }]);
    await expectAnswer(cleo, 'GET /communities/:communityId/mentors', params);
  });
});

describe('a circle', () => {
  it('is founded, joined by six, begun, noted and left', async () => {
    const body = { title: 'Page reviewers', purpose: 'To review pages together.' };
    const founded = await expectAnswer<CircleView>(
      ben,
      'POST /communities/:communityId/circles',
      { communityId: guild.id },
      {
        body,
      },
    );
    const params = { circleId: founded.json.id };
    for (const name of ['Cleo Curious', 'Dan Six', 'Eve Six', 'Fay Six', 'Gus Six']) {
      const peer = inTeams(name);
      await peer.post(`/communities/${guild.id}/join`);
      await expectAnswer(peer, 'POST /circles/:circleId/join', params);
    }
    await expectAnswer(cleo, 'GET /communities/:communityId/circles', { communityId: guild.id });
    await expectAnswer(ben, 'POST /circles/:circleId/begin', params);
    await expectAnswer(ben, 'POST /circles/:circleId/meetings', params, { body: { number: 1, heldOn: today() } });
    await expectAnswer(cleo, 'POST /circles/:circleId/leave', params);
  });
});

it('has walked every route about mentoring', () => {
  expect(notWalked(({ tag }) => tag === 'Mentoring')).toEqual([]);
});
