import type { CommunityView, MemberPage, MeView } from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ada = inTeams('Ada Admin');
const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const dan = inTeams('Dan Doubt');
const person: Record<'ada' | 'ben' | 'cleo' | 'dan', string> = { ada: '', ben: '', cleo: '', dan: '' };
const edit = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });

let guild: CommunityView;

beforeAll(async () => {
  for (const [name, client] of Object.entries({ ada, ben, cleo, dan })) {
    person[name as 'ada'] = (await client.get<MeView>('/me')).json.id;
  }
});

describe('a community', () => {
  it('is founded, read and edited', async () => {
    const body = {
      archetype: 'guild',
      name: 'Accessibility guild',
      purpose: 'We make products that everybody can use.',
      topics: ['accessibility'],
      charter: '# Charter\n\n* be kind',
      welcome: 'Hello!',
    };
    guild = (await expectAnswer<CommunityView>(ben, 'POST /communities', {}, { body })).json;
    const params = { communityId: guild.id };
    const seen = await expectAnswer<CommunityView>(cleo, 'GET /communities/:communityId', params);
    expect(seen.headers['etag']).toBe(`"${guild.revision}"`);
    const edited = await expectAnswer<CommunityView>(ben, 'PATCH /communities/:communityId', params, {
      body: { cadence: 'Every second Tuesday', firstSteps: [{ text: 'Say hello', done: true }] },
      ...edit(guild.revision),
    });
    guild = edited.json;
    await expectAnswer(ben, 'POST /communities/:communityId/stage', params, {
      body: { stage: 'coalescing', note: 'We meet.' },
    });
  });

  it('meets in a channel', async () => {
    const params = { communityId: guild.id };
    const place = { kind: 'teams-channel', externalId: '19:team|19:channel', name: 'Product › Accessibility' };
    const { json } = await expectAnswer<CommunityView>(ben, 'POST /communities/:communityId/connections', params, {
      body: { ...place, url: 'https://teams.microsoft.com/l/channel/x' },
    });
    await expectAnswer(
      cleo,
      'GET /communities/at',
      {},
      { query: '?kind=teams-channel&externalId=19%3Ateam%7C19%3Achannel' },
    );
    const connectionId = json.connections[0]?.id ?? '';
    await expectAnswer(ben, 'DELETE /communities/:communityId/connections/:connectionId', { ...params, connectionId });
  });

  it('is found in the directory and by topic', async () => {
    await expectAnswer(cleo, 'GET /communities', {}, { query: '?topic=accessibility&limit=10&mine=false' });
    await expectAnswer(cleo, 'GET /communities/topics');
  });

  it('is joined and left', async () => {
    const params = { communityId: guild.id };
    await expectAnswer(cleo, 'POST /communities/:communityId/join', params, { body: { message: 'Hi' } });
    await expectAnswer(cleo, 'POST /communities/:communityId/leave', params);
    await expectAnswer(cleo, 'POST /communities/:communityId/join', params);
    const { json } = await expectAnswer<MemberPage>(cleo, 'GET /communities/:communityId/members', params, {
      query: '?limit=1',
    });
    expect(json.nextCursor).toBeTypeOf('string');
    const next = `?limit=1&cursor=${json.nextCursor}`;
    const second = await expectAnswer<MemberPage>(cleo, 'GET /communities/:communityId/members', params, {
      query: next,
    });
    expect(second.json.items[0]?.person.id).not.toBe(json.items[0]?.person.id);
  });

  it('admits and declines whoever asks', async () => {
    const params = { communityId: guild.id };
    const { json } = await ben.get<CommunityView>(`/communities/${guild.id}`);
    const onRequest = { body: { visibility: 'on-request' }, ...edit(json.revision) };
    await expectAnswer(ben, 'PATCH /communities/:communityId', params, onRequest);
    await expectAnswer(dan, 'POST /communities/:communityId/join', params, { body: { message: 'May I?' } });
    await expectAnswer(ben, 'GET /communities/:communityId/requests', params);
    const who = { ...params, personId: person.dan };
    const no = { body: { reason: 'Please tell us more about you first.' } };
    await expectAnswer(ben, 'POST /communities/:communityId/requests/:personId/decline', who, no);
    await expectAnswer(dan, 'POST /communities/:communityId/join', params);
    await expectAnswer(ben, 'POST /communities/:communityId/requests/:personId/admit', who);
    await expectAnswer(ben, 'DELETE /communities/:communityId/members/:personId', who);
  });

  it('invites', async () => {
    const params = { communityId: guild.id };
    const invitation = { body: { personId: person.ada, message: 'Join us' } };
    await expectAnswer(ben, 'POST /communities/:communityId/invitations', params, invitation);
    await expectAnswer(ben, 'GET /communities/:communityId/invitations', params);
    await expectAnswer(ben, 'DELETE /communities/:communityId/invitations/:personId', {
      ...params,
      personId: person.ada,
    });
  });

  it('shares out its roles', async () => {
    const params = { communityId: guild.id };
    const expert = { ...params, personId: person.cleo, role: 'expert' };
    const until = { body: { until: '2099-01-01T00:00:00Z' } };
    await expectAnswer(ben, 'PUT /communities/:communityId/members/:personId/roles/:role', expert, until);
    await expectAnswer(ben, 'GET /communities/:communityId', params);
    await expectAnswer(ben, 'DELETE /communities/:communityId/members/:personId/roles/:role', expert);
    const steward = { ...params, personId: person.cleo, role: 'knowledge-steward' };
    await expectAnswer(ben, 'PUT /communities/:communityId/members/:personId/roles/:role', steward);
    const handOver = { body: { role: 'coordinator', toPersonId: person.cleo } };
    await expectAnswer(ben, 'POST /communities/:communityId/hand-over', params, handOver);
    await expectAnswer(cleo, 'POST /communities/:communityId/hand-over', params, {
      body: { role: 'coordinator', toPersonId: person.ben },
    });
  });

  it('is closed with dignity, which can be undone', async () => {
    const params = { communityId: guild.id };
    await expectAnswer(ben, 'POST /communities/:communityId/close', params, { body: { reason: 'We have done it.' } });
    await expectAnswer(ben, 'POST /communities/:communityId/reopen', params);
  });
});

it('has walked every route about communities and memberships', () => {
  expect(notWalked(({ tag }) => tag === 'Communities' || tag === 'Memberships')).toEqual([]);
});
