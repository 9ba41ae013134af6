import type { CommunityView, MeView, PostingView, PreferencesView, QuestionView } from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { aBroadcastOf } from '../../test/broadcast.ts';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ada = inTeams('Ada Admin');
const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const person: Record<'ada' | 'ben' | 'cleo', string> = { ada: '', ben: '', cleo: '' };
const edit = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
const webhookUrl = 'https://prod-12.westeurope.logic.azure.com/workflows/abc/triggers/manual/paths/invoke?sig=a-secret';

let guild: CommunityView;

beforeAll(async () => {
  for (const [name, client] of Object.entries({ ada, ben, cleo })) {
    person[name as 'ada'] = (await client.get<MeView>('/me')).json.id;
  }
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'So that everybody can use what we make.' };
  guild = (await ada.post<CommunityView>('/communities', { body })).json;
  await ben.post(`/communities/${guild.id}/join`);
  await cleo.post(`/communities/${guild.id}/join`);
  await ada.post(`/communities/${guild.id}/conduct/acknowledge`);
});

describe('what I am told', () => {
  it('is listed', async () => {
    await expectAnswer(ada, 'GET /me/notifications', {}, { query: '?limit=5' });
    await expectAnswer(ada, 'GET /me/broadcasts', {}, { query: '?limit=5' });
    const about = { personId: person.ada, communityId: guild.id };
    const of = { broadcastId: await aBroadcastOf(service.db(), about) };
    await expectAnswer(ada, 'GET /me/broadcasts/:broadcastId/recipients', of, { query: '?limit=5' });
    expect((await ben.get(`/me/broadcasts/${of.broadcastId}/recipients`)).status).toBe(404);
  });

  it('is for me to choose, and two tabs do not overwrite each other', async () => {
    const before = await expectAnswer<PreferencesView>(ben, 'GET /me/preferences');
    expect(before.json).toMatchObject({ usual: { 'answer-to-my-question': 'now' }, communities: [], revision: 0 });

    const body = {
      usual: { 'new-question': 'never' },
      communities: [{ communityId: guild.id, times: { 'new-question': 'now' } }],
      snoozedTopics: [{ topic: 'Wcag', until: '2099-01-01T00:00:00.000Z' }],
      awayUntil: '2099-01-01T00:00:00.000Z',
    };
    const after = await expectAnswer<PreferencesView>(ben, 'PATCH /me/preferences', {}, { body, ...edit(0) });
    expect(after.json).toMatchObject({
      usual: { 'new-question': 'never' },
      communities: [{ community: { name: 'Accessibility guild' }, times: { 'new-question': 'now' } }],
      snoozedTopics: [{ topic: 'wcag' }],
    });
    expect((await ben.patch('/me/preferences', { body, ...edit(0) })).status).toBe(412);
    const strange = { communities: [{ communityId: person.ada, times: {} }] };
    expect((await ben.patch('/me/preferences', { body: strange, ...edit(after.json.revision) })).status).toBe(404);
    expect((await ben.patch('/me/preferences', { body: { usual: { gossip: 'now' } }, ...edit(1) })).status).toBe(400);
  });

  it('can leave a topic out', async () => {
    const body = { topic: 'aria', until: new Date(Date.now() + 86_400_000).toISOString() };
    await expectAnswer(cleo, 'POST /me/snooze', {}, { body });
    const past = { topic: 'aria', until: '2020-01-01T00:00:00.000Z' };
    expect(await cleo.post('/me/snooze', { body: past })).toMatchObject({
      status: 422,
      json: { reason: 'term-in-the-past' },
    });
  });
});

describe('what is posted where a community meets', () => {
  const at = { communityId: '' };
  beforeAll(() => {
    at.communityId = guild.id;
  });

  it('is seen by everybody, and changed by whoever may connect a channel', async () => {
    await expectAnswer(cleo, 'GET /communities/:communityId/posting', at);
    const body = { newQuestions: false, webhookUrl };
    const { json, text } = await expectAnswer<PostingView>(ada, 'PATCH /communities/:communityId/posting', at, {
      body,
    });

    expect(json).toMatchObject({ newQuestions: false, webhook: { host: 'prod-12.westeurope.logic.azure.com' } });
    expect(text).not.toContain('a-secret');
    expect((await cleo.patch(`/communities/${guild.id}/posting`, { body })).status).toBe(403);
  });

  it('keeps the address of a webhook out of the log and, readable, out of the database', async () => {
    const { sealed_webhook } = await service.db().selectFrom('posting').selectAll().executeTakeFirstOrThrow();
    expect(sealed_webhook?.toString('latin1')).not.toContain('logic.azure.com');
    expect(service.log.join('')).not.toContain('a-secret');
  });

  it.each([
    'http://prod-12.westeurope.logic.azure.com/workflows',
    'https://logic.azure.com.example.com/workflows',
    'https://127.0.0.1/workflows',
    'https://user:password@prod-12.westeurope.logic.azure.com/',
    'https://prod-12.westeurope.logic.azure.com:8443/',
    'file:///etc/passwd',
    'workflows',
  ])('does not go to %s', async (url) => {
    const reply = await ada.patch(`/communities/${guild.id}/posting`, { body: { webhookUrl: url } });
    expect(reply).toMatchObject({ status: 422, json: { reason: 'not-a-webhook' } });
  });
});

describe('a question of which nobody knows', () => {
  it('was brought to nobody, and who was not asked has nothing to pass on', async () => {
    const body = { communityId: guild.id, title: 'How do I name an icon button?' };
    const { json } = await ada.post<QuestionView>('/questions', { body });
    const at = { questionId: json.id };
    await expectAnswer(ben, 'GET /questions/:questionId/consultation', at);
    const refused = { status: 409, json: { reason: 'not-asked' } };
    expect(await ben.post(`/questions/${json.id}/consultation/decline`)).toMatchObject(refused);

    await service
      .db()
      .insertInto('consultation')
      .values({
        question_id: json.id,
        organisation_id: (await service.db().selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id,
        community_id: guild.id,
        rounds: 1,
        state: 'asking',
        next_at: null,
        revision: 1,
      })
      .execute();
    const asked = { round: 1, state: 'asked', because: 'Because.', asked_at: new Date() } as const;
    await service
      .db()
      .insertInto('consulted')
      .values([{ ...asked, question_id: json.id, person_id: person.ben, settled_at: null, passed_to: null }])
      .execute();
    const to = { body: { toPersonId: person.cleo } };
    await expectAnswer(ben, 'POST /questions/:questionId/consultation/pass', at, to);
    await expectAnswer(cleo, 'POST /questions/:questionId/consultation/decline', at);
  });
});

it('every route has been walked', () => {
  expect(notWalked(({ tag }) => tag === 'Notifications' || tag === 'Consultations')).toEqual([]);
});
