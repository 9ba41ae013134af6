import type {
  CommunityView,
  ModerationPage,
  PracticeView,
  QuestionPage,
  QuestionView,
  UnmaskingView,
} from '@copse/core/contracts';
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
const edit = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
const reason = 'It says which customer that was.';

let guild: CommunityView;
let question: QuestionView;

beforeAll(async () => {
  await ada.get('/me');
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  guild = (await ben.post<CommunityView>('/communities', { body })).json;
  for (const who of [cleo, dan]) await who.post(`/communities/${guild.id}/join`);
  const me = await dan.get<{ id: string }>('/me');
  await ben.put(`/communities/${guild.id}/members/${me.json.id}/roles/knowledge-steward`);
});

describe('the code of conduct', () => {
  it('is read, agreed to and written anew', async () => {
    const params = { communityId: guild.id };
    const refused = await cleo.post('/questions', { body: { communityId: guild.id, title: 'May I ask before?' } });
    expect(refused).toMatchObject({ status: 409, json: { reason: 'conduct-not-acknowledged' } });
    await expectAnswer(cleo, 'GET /communities/:communityId/conduct', params);
    for (const who of [ben, cleo, dan])
      await expectAnswer(who, 'POST /communities/:communityId/conduct/acknowledge', params);
    await expectAnswer(ben, 'PUT /communities/:communityId/conduct', params, {
      body: { text: '# Be kind' },
      ...edit(0),
    });
  });
});

describe('a question', () => {
  it('is asked, found, edited and shared', async () => {
    const body = {
      communityId: guild.id,
      title: 'How do I name an icon?',
      details: 'It is a *bell*.',
      topics: ['aria'],
    };
    question = (await expectAnswer<QuestionView>(cleo, 'POST /questions', {}, { body: { ...body, anonymous: true } }))
      .json;
    const params = { questionId: question.id };
    const seen = await expectAnswer<QuestionView>(cleo, 'GET /questions/:questionId', params);
    expect(seen.headers['etag']).toBe(`"${seen.json.revision}"`);
    const changed = { body: { title: 'How do I name an icon button?' }, ...edit(seen.json.revision) };
    await expectAnswer(cleo, 'PATCH /questions/:questionId', params, changed);
    expect(await cleo.patch(`/questions/${question.id}`, changed)).toMatchObject({ status: 412 });
    await expectAnswer(ben, 'GET /questions/:questionId/history', params);
    await expectAnswer(ben, 'PUT /questions/:questionId/me-too', params);
    await expectAnswer(ben, 'DELETE /questions/:questionId/me-too', params);
    const mine = await expectAnswer<QuestionPage>(cleo, 'GET /questions', {}, { query: '?mine=asked&limit=5' });
    expect(mine.json.items.map(({ id }) => id)).toEqual([question.id]);
    await expectAnswer(ben, 'GET /questions', {}, { query: `?communityId=${guild.id}&unsolved=true&sort=me-too` });
    await expectAnswer(dan, 'GET /questions/similar', {}, { query: '?title=naming%20icon%20buttons' });
  });

  it('is answered, talked about and solved', async () => {
    const params = { questionId: question.id };
    const body = { text: 'Use `aria-label`.' };
    const answered = await expectAnswer<QuestionView>(ben, 'POST /questions/:questionId/answers', params, { body });
    const of = { ...params, answerId: answered.json.answers[0]?.id ?? '' };
    await expectAnswer(ben, 'PATCH /questions/:questionId/answers/:answerId', of, { body: { text: 'Or a title.' } });
    await expectAnswer(cleo, 'PUT /questions/:questionId/answers/:answerId/helped', of);
    await expectAnswer(cleo, 'DELETE /questions/:questionId/answers/:answerId/helped', of);
    const remark = { body: { text: 'Thank you', answerId: of.answerId } };
    const commented = await expectAnswer<QuestionView>(cleo, 'POST /questions/:questionId/comments', params, remark);
    const commentId = commented.json.answers[0]?.comments[0]?.id ?? '';
    await expectAnswer(cleo, 'DELETE /questions/:questionId/comments/:commentId', { ...params, commentId });
    await expectAnswer(cleo, 'PUT /questions/:questionId/answers/:answerId/acceptance', of);
    await expectAnswer(cleo, 'DELETE /questions/:questionId/answers/:answerId/acceptance', of);
    await expectAnswer(cleo, 'PUT /questions/:questionId/answers/:answerId/acceptance', of);
    const kept = await expectAnswer<PracticeView>(ben, 'POST /questions/:questionId/keep', params);
    expect(kept.json).toMatchObject({ life: 'draft', keptFrom: { id: question.id } });
  });

  it('is linked, closed, reopened and moved', async () => {
    const body = { communityId: guild.id, title: 'How are icons named?' };
    const { json } = await ben.post<QuestionView>('/questions', { body });
    const params = { questionId: json.id };
    await expectAnswer(ben, 'POST /questions/:questionId/duplicate', params, { body: { ofQuestionId: question.id } });
    await expectAnswer(ben, 'POST /questions/:questionId/reopen', params);
    await expectAnswer(ben, 'POST /questions/:questionId/close', params, { body: { reason: 'off-topic' } });
    const forum = { archetype: 'forum', name: 'Icon forum', purpose: 'All about icons' };
    const there = (await ben.post<CommunityView>('/communities', { body: forum })).json;
    await expectAnswer(ben, 'POST /questions/:questionId/move', params, { body: { toCommunityId: there.id } });
  });
});

describe('trust', () => {
  it('is looked after by stewards, who answer for what they do', async () => {
    const params = { communityId: guild.id };
    const subject = { kind: 'question', id: question.id };
    await expectAnswer(dan, 'POST /reports', {}, { body: { subject, reason: 'private-data', note: 'Line two' } });
    const queue = await expectAnswer<ModerationPage>(ben, 'GET /communities/:communityId/reports', params);
    expect(queue.json.items).toMatchObject([{ subject, author: { pseudonym: 'Asker' } }]);
    await expectAnswer(dan, 'POST /moderation', {}, { body: { subject, action: 'hide', reason } });
    await expectAnswer(ben, 'GET /communities/:communityId/audit', params);
    const asked = await expectAnswer<UnmaskingView>(ben, 'POST /unmaskings', {}, { body: { subject, reason } });
    await expectAnswer(dan, 'GET /communities/:communityId/unmaskings', params);
    const of = { unmaskingId: asked.json.id };
    await expectAnswer(dan, 'POST /unmaskings/:unmaskingId/decision', of, { body: { agree: true } });
    await expectAnswer(ada, 'POST /organisation/never-unmask', {}, { body: { confirm: 'never' } });
  });
});

it('has walked every route of questions and trust', () => {
  expect(notWalked(({ tag }) => tag === 'Questions' || tag === 'Trust')).toEqual([]);
});
