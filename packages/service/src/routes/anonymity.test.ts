import { dumpRows, writingsOf, writingsOfText } from '@copse/core/testing';
import type { CommunityView, MeView, QuestionView } from '@copse/core/contracts';
import { beforeAll, expect, it } from 'vitest';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true, settings: { LOG_LEVEL: 'debug' } });
const { inTeams } = service;
const { relay } = routeWalker(service);
const ben = inTeams('Ben Builder');
const zoe = inTeams('Zoe Zephyrquill');

let guild: CommunityView;
let secrets: readonly string[];

beforeAll(async () => {
  const body = { archetype: 'guild', name: 'Press guild', purpose: 'So that the press runs.' };
  guild = (await ben.post<CommunityView>('/communities', { body })).json;
  await zoe.post(`/communities/${guild.id}/join`);
  for (const who of [ben, zoe]) await who.post(`/communities/${guild.id}/conduct/acknowledge`);
  const { json } = await zoe.get<MeView>('/me');
  const accounts = await service.db().selectFrom('account').selectAll().where('person_id', '=', json.id).execute();
  const objectId = accounts[0]?.key.split(':').at(-1) ?? '';
  secrets = [...writingsOf(json.id), ...writingsOf(objectId), ...writingsOfText('Zephyrquill')];
  await relay();
});

const leaksIn = (texts: Iterable<string>) =>
  [...texts].flatMap((text) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret}: ${text}`));

it('who asks and answers anonymously over HTTP stands in no row, no log line and no answer to others', async () => {
  expect(secrets).not.toContain('');
  const before = await dumpRows(service.db());
  const lines = service.log.length;
  const once = (key: string) => ({ headers: { 'idempotency-key': key } });

  const body = { communityId: guild.id, title: 'Why does the press stop?', anonymous: true };
  const asked = await zoe.post<QuestionView>('/questions', { body, ...once('ask-1') });
  expect(asked.status).toBe(201);
  const { id } = asked.json;
  const again = await zoe.post<QuestionView>('/questions', { body, ...once('ask-1') });
  expect(again).toMatchObject({ status: 201, json: { id, author: { mine: true } } });
  await zoe.post(`/questions/${id}/answers`, { body: { text: 'I looked: it is the belt.' }, ...once('answer-1') });
  const answered = await ben.post<QuestionView>(`/questions/${id}/answers`, { body: { text: 'The belt?' } });
  const answerId = answered.json.answers.find(({ author }) => author.mine)?.id ?? '';
  await zoe.put(`/questions/${id}/answers/${answerId}/acceptance`, once('accept-1'));
  await zoe.put(`/questions/${id}/answers/${answerId}/helped`, once('helped-1'));
  await zoe.post(`/questions/${id}/comments`, { body: { text: 'It was.' }, ...once('comment-1') });
  await zoe.post('/reports', { body: { subject: { kind: 'answer', id: answerId }, reason: 'spam' }, ...once('r-1') });
  await zoe.get(`/questions?mine=asked`);
  // Refusals and faults too.
  await zoe.put(`/questions/${id}/answers/${id}/acceptance`);
  await zoe.post(`/questions/${id}/answers`, { body: { text: '' } });
  await zoe.patch(`/questions/${id}`, { body: { title: 'Without saying which version' } });
  await relay();

  const rows = [...(await dumpRows(service.db()))].filter((row) => !before.has(row));
  expect(rows.some((row) => row.includes('idempotent_answer'))).toBe(true);
  expect(leaksIn(rows)).toEqual([]);
  expect(service.log.length).toBeGreaterThan(lines + 10);
  expect(leaksIn(service.log.slice(lines))).toEqual([]);

  const seen = await Promise.all(
    [
      `/questions/${id}`,
      '/questions',
      `/questions/${id}/history`,
      '/questions/similar?title=press%20stops',
      '/search?q=press',
      '/me/home',
      '/me/export',
    ].map((address) => ben.get(address)),
  );
  expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
  expect(leaksIn(seen.map(({ text }) => text))).toEqual([]);
});
