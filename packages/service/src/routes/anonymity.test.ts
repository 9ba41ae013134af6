import { dumpRows, writingsOf, writingsOfText } from '@copse/core/testing';
import type { CommunityView, MeView, PracticeView, QuestionView } from '@copse/core/contracts';
import { beforeAll, expect, it } from 'vitest';
import { routeWalker } from '../../test/route-walker.ts';
import { type Client, testService } from '../../test/service.ts';
import { allRoutes } from './all.ts';

const service = testService({ keepBetweenTests: true, settings: { LOG_LEVEL: 'debug' } });
const { inTeams } = service;
const { relay } = routeWalker(service);
const ben = inTeams('Ben Builder');
const zoe = inTeams('Zoe Zephyrquill');

let guild: CommunityView;
let secrets: readonly string[];
let known: Readonly<Record<string, string>>;

beforeAll(async () => {
  const body = { archetype: 'guild', name: 'Press guild', purpose: 'So that the press runs.' };
  guild = (await ben.post<CommunityView>('/communities', { body })).json;
  await zoe.post(`/communities/${guild.id}/join`);
  for (const who of [ben, zoe]) await who.post(`/communities/${guild.id}/conduct/acknowledge`);
  const { json } = await zoe.get<MeView>('/me');
  const accounts = await service.db().selectFrom('account').selectAll().where('person_id', '=', json.id).execute();
  const objectId = accounts[0]?.key.split(':').at(-1) ?? '';
  secrets = [...writingsOf(json.id), ...writingsOf(objectId), ...writingsOfText('Zephyrquill')];
  await ben.put(`/communities/${guild.id}/members/${(await ben.get<MeView>('/me')).json.id}/roles/knowledge-steward`);
  const { json: practice } = await ben.post<PracticeView>('/practices', {
    body: { communityId: guild.id, title: 'Look at the belt first' },
  });
  known = { communityId: guild.id, personId: (await ben.get<MeView>('/me')).json.id, practiceId: practice.id };
  await relay();
});

/** What some reads have to be asked besides the ids in their address. */
const queries: Readonly<Record<string, string>> = {
  '/communities/at': '?kind=teams-chat&externalId=19:nowhere',
  '/communities/similar': '?name=Press%20guild&purpose=So%20that%20the%20press%20runs.',
  '/people': '?q=Z',
  '/practices/:practiceId/versions/difference': '?from=1&to=1',
  '/questions/similar': '?title=Why%20does%20the%20press%20stop',
  '/search': '?q=press',
  '/search/suggest': '?q=press',
};
/** Everything that can be read: a new route is looked at without anybody's thinking of it. */
const reads = () =>
  allRoutes(service.core()).filter(({ method, caller }) => method === 'GET' && caller.startsWith('person'));
const ELSEWHERE = '01950000-0000-7000-8000-0000000000ff';

async function seenBy(who: Client, ids: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const { url } of reads()) {
    const names = [...url.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
    const address = url.replaceAll(/:(\w+)/gu, (_, name: string) => ids[name] ?? ELSEWHERE);
    const { status, text } = await who.get(address + (queries[url] ?? ''));
    // What we know the ids of must really be seen: give a new route its query, above.
    const meant = names.every((name) => name in ids) && url !== '/communities/at' ? [200] : [200, 400, 404];
    expect({ url, is: meant.includes(status) ? 'seen' : `${status} ${text}` }).toEqual({ url, is: 'seen' });
    seen.set(url, text);
  }
  return seen;
}

const leaksIn = (texts: Iterable<string>) =>
  [...texts].flatMap((text) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret}: ${text}`));

it('who asks and answers anonymously over HTTP stands in no row, no log line and no answer to others', async () => {
  expect(secrets).not.toContain('');
  const before = await dumpRows(service.db());
  const lines = service.log.length;
  const once = (key: string) => ({ headers: { 'idempotency-key': key } });

  const seenBefore = await seenBy(ben, known);

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

  const after = await seenBy(ben, { ...known, questionId: id });
  expect(after.size).toBe(reads().length);
  // Zoe is a member like any other: what says so may not say it more often than before, nor anything else.
  const more = [...after].flatMap(([url, text]) => {
    const [was, is] = [leaksIn([seenBefore.get(url) ?? '']).length, leaksIn([text]).length];
    return is > (url.includes(':questionId') ? 0 : was) ? [url] : [];
  });
  expect(more).toEqual([]);
  expect([...after.values()].filter((text) => text.includes(id)).length).toBeGreaterThan(4);
});
