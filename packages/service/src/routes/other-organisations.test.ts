import type {
  CircleView,
  CommunityView,
  MeView,
  MyMentoringView,
  OccurrenceView,
  PracticeView,
  QuestionView,
  RoundView,
  UnmaskingView,
} from '@copse/core/contracts';
import { bringMentors, carryOutRound } from '@copse/core/testing';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aBroadcastOf } from '../../test/broadcast.ts';
import { ids } from '../../test/issuers.ts';
import { testService } from '../../test/service.ts';
import { allRoutes } from './all.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const mara = inTeams('Mara');
/** Somebody of another organisation who knows every id, and administers there. */
const stranger = inTeams('Stranger', { tenant: ids.otherTenant });

const known: Record<string, string> = { role: 'expert', action: 'propose', cloudId: ids.cloud };
const bodies: Record<string, object> = {};
/** What some routes have to be asked beside the id, by the end of their address. */
const queries = [
  ['/difference', '?from=1&to=1'],
  ['/invitation', '?page=https://copse.example.com/open/gatherings/1'],
] as const;

beforeAll(async () => {
  const me = await mara.get<MeView>('/me');
  const guild = await mara.post<CommunityView>('/communities', {
    body: { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' },
  });
  await mara.post(`/communities/${guild.json.id}/connections`, {
    body: { kind: 'teams-chat', externalId: '19:chat', name: 'Our chat' },
  });
  const connected = await mara.get<CommunityView>(`/communities/${guild.json.id}`);
  const practice = await mara.post<PracticeView>('/practices', {
    body: { communityId: guild.json.id, title: 'Use ligatures', body: 'Where they help.' },
  });
  const { id: practiceId } = practice.json;
  await mara.post(`/practices/${practiceId}/life/propose`);
  await mara.post(`/practices/${practiceId}/adoptions`, { body: { kind: 'tried', team: 'Press', outcome: 'helped' } });
  await mara.post(`/communities/${guild.json.id}/conduct/acknowledge`);
  const ask = { communityId: guild.json.id, title: 'Which ligatures help readers?' };
  const named = await mara.post<QuestionView>('/questions', { body: { ...ask, visibility: 'partners' } });
  const question = await mara.post<QuestionView>('/questions', {
    body: { ...ask, visibility: 'partners', anonymous: true },
  });
  const { id: questionId } = question.json;
  const answered = await mara.post<QuestionView>(`/questions/${questionId}/answers`, { body: { text: 'fi and fl' } });
  const commented = await mara.post<QuestionView>(`/questions/${questionId}/comments`, { body: { text: 'Which?' } });
  const subject = { kind: 'question', id: questionId };
  const reason = 'It was written by a stranger, they say.';
  const peter = inTeams('Peter');
  const second = await peter.get<MeView>('/me');
  await peter.post(`/communities/${guild.json.id}/join`);
  await mara.put(`/communities/${guild.json.id}/members/${second.json.id}/roles/knowledge-steward`);
  const unmasking = await peter.post<UnmaskingView>('/unmaskings', { body: { subject, reason } });
  const adopted = await mara.get<PracticeView>(`/practices/${practiceId}`);
  const attemptId = await anAttemptAt(practiceId);
  const gathering = await aGatheringIn(guild.json.id);
  const mentoring = await mentoringIn(guild.json.id, mara, peter);
  const introductionId = await anIntroductionIn(guild.json.id, [mara, peter]);
  Object.assign(known, {
    personId: me.json.id,
    communityId: guild.json.id,
    practiceId,
    connectionId: connected.json.connections[0]?.id ?? '',
    adoptionId: adopted.json.adoptions[0]?.id ?? '',
    questionId,
    answerId: answered.json.answers[0]?.id ?? '',
    commentId: commented.json.comments[0]?.id ?? '',
    unmaskingId: unmasking.json.id ?? '',
    attemptId,
    introductionId,
    broadcastId: await aBroadcastOf(service.db(), { personId: me.json.id, communityId: guild.json.id }),
    ...mentoring,
    ...gathering,
  });
  const noon = { startsLocal: '2026-03-03T12:00', endsLocal: '2026-03-03T13:00' };
  Object.assign(bodies, {
    'PATCH /communities/:communityId': { cadence: 'Never' },
    'POST /communities/:communityId/stage': { stage: 'maturing' },
    'POST /communities/:communityId/close': { reason: 'Because I can' },
    'POST /communities/:communityId/connections': { kind: 'teams-chat', externalId: 'x', name: 'Mine' },
    'POST /communities/:communityId/requests/:personId/decline': { reason: 'Go away' },
    'POST /communities/:communityId/invitations': { personId: me.json.id },
    'POST /communities/:communityId/hand-over': { role: 'coordinator', toPersonId: me.json.id },
    'PUT /people/:personId/service-account': { serviceAccount: true },
    'POST /practices': { communityId: guild.json.id, title: 'A practice of mine' },
    'PATCH /practices/:practiceId': { body: 'Never use them.' },
    'POST /practices/:practiceId/adoptions': { kind: 'uses', team: 'Ours' },
    'POST /practices/:practiceId/publication/attempts': {},
    'POST /practices/:practiceId/publication/choice': { pageVersion: 1, choice: 'page' },
    'POST /publications/attempts/:attemptId/outcome': { failure: 'given-up' },
    'POST /questions': { ...ask, visibility: 'organisation' },
    'PATCH /questions/:questionId': { title: 'No ligatures at all' },
    'POST /questions/:questionId/answers': { text: 'None' },
    'PATCH /questions/:questionId/answers/:answerId': { text: 'None' },
    'POST /questions/:questionId/comments': { text: 'Hm' },
    'POST /questions/:questionId/close': { reason: 'off-topic' },
    'POST /questions/:questionId/duplicate': { ofQuestionId: named.json.id },
    'POST /questions/:questionId/move': { toCommunityId: guild.json.id },
    'PUT /communities/:communityId/conduct': { text: 'Mine' },
    'PATCH /communities/:communityId/posting': { newQuestions: true },
    'PUT /communities/:communityId/introductions': { cadence: 'weekly', size: 2 },
    'PUT /introductions/:introductionId/times': { suits: [] },
    'PUT /introductions/:introductionId/meeting': { met: 'met' },
    'PUT /communities/:communityId/mentors/me': { topics: ['type'], room: 1, rhythm: 'monthly' },
    'POST /communities/:communityId/mentoring-requests': { goal: 'To set type well.', topics: ['type'] },
    'POST /communities/:communityId/circles': { title: 'Ours', purpose: 'To learn together.' },
    'POST /mentoring-requests/:requestId/answer': { accept: true },
    'POST /mentorships/:mentorshipId/sessions': { heldOn: '2026-01-01' },
    'POST /circles/:circleId/meetings': { number: 1, heldOn: '2026-01-01' },
    'PATCH /gatherings/:gatheringId': { title: 'Mine' },
    'POST /gatherings/:gatheringId/rotation': { occurrenceId: gathering.occurrenceId, turns: [noon, noon] },
    'POST /gatherings/:gatheringId/rotation/end': { occurrenceId: gathering.occurrenceId, ...noon },
    'PATCH /occurrences/:occurrenceId': { title: 'Mine' },
    'PUT /occurrences/:occurrenceId/answer': { answer: 'going' },
    'POST /occurrences/:occurrenceId/agenda': { text: 'Mine', minutes: 5 },
    'PUT /occurrences/:occurrenceId/recap': { recap: 'We met.', outcomes: [] },
    'POST /questions/:questionId/consultation/pass': { toPersonId: me.json.id },
    'POST /reports': { subject, reason: 'spam' },
    'POST /moderation': { subject, action: 'hide', reason: 'Because I can' },
    'POST /unmaskings': { subject, reason },
    'POST /unmaskings/:unmaskingId/decision': { agree: true },
    'PUT /practices/:practiceId/credits': { personId: me.json.id, credit: 'author' },
  });
});

/** A gathering with one item on its agenda. */
async function aGatheringIn(communityId: string) {
  const local = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
  const timing = { timeZone: 'UTC', startsLocal: local(24), endsLocal: local(25) };
  const planned = await mara.post<OccurrenceView>('/gatherings', { body: { communityId, title: 'Round', ...timing } });
  const { id: occurrenceId, gatheringId } = planned.json;
  const item = { body: { text: 'Which ligatures?', minutes: 10 } };
  const prepared = await mara.post<OccurrenceView>(`/occurrences/${occurrenceId}/agenda`, item);
  return { occurrenceId, gatheringId, itemId: prepared.json.agenda[0]?.id ?? '' };
}

/** One is asked by another to be their mentor, has been one, and both are in a circle. */
async function mentoringIn(communityId: string, mentor: typeof mara, seeker: typeof mara) {
  await mentor.put(`/communities/${communityId}/mentors/me`, {
    body: { topics: ['type'], room: 2, rhythm: 'monthly' },
  });
  const wanted = { body: { goal: 'To set type well.', topics: ['type'] } };
  await seeker.post(`/communities/${communityId}/mentoring-requests`, wanted);
  await bringMentors(service.db(), communityId, randomUUID);
  const asked = await mentor.get<MyMentoringView>('/me/mentoring');
  const requestId = asked.json.seekers[0]?.requestId ?? '';
  const agreed = await mentor.post<MyMentoringView>(`/mentoring-requests/${requestId}/answer`, {
    body: { accept: true },
  });
  const circle = { body: { title: 'Ours', purpose: 'To learn together.' } };
  const founded = await mentor.post<CircleView>(`/communities/${communityId}/circles`, circle);
  return { requestId, mentorshipId: agreed.json.mentorships[0]?.id ?? '', circleId: founded.json.id };
}

/** Two people here are introduced to each other. */
async function anIntroductionIn(communityId: string, people: readonly ReturnType<typeof inTeams>[]): Promise<string> {
  for (const person of people) await person.put(`/communities/${communityId}/introductions/me`);
  const begun = await people[0]?.post<RoundView>(`/communities/${communityId}/introductions/rounds`);
  await carryOutRound(service.db(), begun?.json.id ?? '', randomUUID);
  const made = await service.db().selectFrom('introduction').select('id').executeTakeFirstOrThrow();
  return made.id;
}

/** Somebody here is putting the practice on a page. */
async function anAttemptAt(practiceId: string): Promise<string> {
  const { organisation_id, owner_id } = await service
    .db()
    .selectFrom('practice')
    .select(['organisation_id', 'owner_id'])
    .where('id', '=', practiceId)
    .executeTakeFirstOrThrow();
  const id = '01900000-0000-7000-8000-0000000000b7';
  const begun = { begun_at: new Date(), ended_at: null, outcome: null, practice_version: 1, practice_revision: 1 };
  const of = { practice_id: practiceId, publication_id: practiceId, organisation_id, cloud_id: ids.cloud };
  await service
    .db()
    .insertInto('publication_attempt')
    .values({ id, ...of, by: owner_id, ...begun })
    .execute();
  return id;
}

describe('an id of another organisation', () => {
  it('is as good as none on every route that takes one', async () => {
    expect(Object.values(known)).not.toContain('');
    const before = await service.db().selectFrom('community').selectAll().execute();
    const routes = allRoutes(service.core()).filter(
      ({ url, method, caller }) => caller !== 'app' && (url.includes(':') || `${method} ${url}` in bodies),
    );
    expect(routes.length).toBeGreaterThan(30);

    for (const { method, url, edits } of routes) {
      const line = `${method} ${url}`;
      const address = url.replaceAll(/:(\w+)/gu, (_, name: string) => known[name] ?? '');
      const query = queries.find(([end]) => url.endsWith(end))?.[1] ?? '';
      const ask = {
        GET: stranger.get,
        POST: stranger.post,
        PUT: stranger.put,
        PATCH: stranger.patch,
        DELETE: stranger.delete,
      };
      const reply = await ask[method](address + query, {
        ...(bodies[line] ? { body: bodies[line] } : {}),
        headers: edits ? { 'if-match': '*' } : {},
      });
      expect({ line, status: reply.status, reason: reply.json?.reason }).toEqual({
        line,
        status: 404,
        reason: expect.stringMatching(
          /^no-such-(?:community|practice|person|site|question|item|unmasking|attempt|introduction|request|mentorship|circle|gathering|broadcast)$/u,
        ),
      });
    }
    expect(await service.db().selectFrom('community').selectAll().execute()).toEqual(before);
  });

  it('shows in no list', async () => {
    for (const list of [
      '/communities',
      '/practices',
      '/questions',
      '/questions?mine=asked',
      '/questions/similar?title=ligatures',
      '/people?q=mara',
      '/communities/topics',
      `/practices?communityId=${known['communityId']}`,
    ]) {
      const { status, text } = await stranger.get(list);
      expect({ list, status, items: (JSON.parse(text) as { items: unknown[] }).items }).toEqual({
        list,
        status: 200,
        items: [],
      });
    }
  });
});
