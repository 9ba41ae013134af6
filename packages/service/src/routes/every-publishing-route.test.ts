import type {
  AttemptAnswer,
  Claimed,
  CommunityView,
  LinkCodeView,
  PageEditedAnswer,
  PracticeView,
  PublicationView,
} from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../test/issuers.ts';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams, inConfluence, appThere } = service;
const { expectAnswer, notWalked } = routeWalker(service);

const ada = inTeams('Ada Admin');
const ben = inTeams('Ben Builder');
const benThere = inConfluence('Ben Builder');
const cleo = inTeams('Cleo Curious');
const app = appThere();
const unknownId = '01900000-0000-7000-8000-0000000000d1';
const text = { title: 'Write alt texts', context: '', body: 'Say what matters.' };
const path = '/wiki/spaces/HB/pages/501';

let guild: CommunityView;
let connectionId: string;
const at = { practiceId: '' };
const url = (end = '') => `/practices/${at.practiceId}/publication${end}`;
const endorse = (id: string) =>
  service.db().updateTable('practice').set({ life: 'endorsed' }).where('id', '=', id).execute();
const claim = async () => (await app.post<Claimed>('/publications/claim', { body: { limit: 5 } })).json.attempts;

beforeAll(async () => {
  await ada.get('/me');
  const { json: site } = await ada.post<LinkCodeView>('/organisation/site-codes');
  const settings = inConfluence('Ada Admin', { module: 'confluence:globalSettings' });
  await settings.post('/sites/redeem', { body: { code: site.code } });
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  guild = (await ben.post<CommunityView>('/communities', { body })).json;
  const { json: link } = await ben.post<LinkCodeView>('/me/link-codes');
  await benThere.post('/me/link-codes/redeem', { body: { code: link.code } });
  const space = { kind: 'confluence-space', externalId: '4711', name: 'Handbook' };
  const connected = await ben.post<CommunityView>(`/communities/${guild.id}/connections`, { body: space });
  connectionId = connected.json.connections[0]?.id ?? '';
  const drafted = await ben.post<PracticeView>('/practices', { body: { communityId: guild.id, ...text } });
  at.practiceId = drafted.json.id;
  await endorse(at.practiceId);
});

describe('a practice and its page', () => {
  it('is queued, withdrawn and queued again', async () => {
    await expectAnswer(cleo, 'GET /practices/:practiceId/publication', at);
    const queue = 'POST /practices/:practiceId/publication' as const;
    await expectAnswer(ben, queue, at, { body: { connectionId } });
    await expectAnswer(ben, 'DELETE /practices/:practiceId/publication', at);
    expect(await ben.delete(url())).toMatchObject({ status: 409, json: { reason: 'already-so' } });
    const { json } = await expectAnswer<PublicationView>(ben, queue, at, { body: { connectionId } });
    expect(json).toMatchObject({ state: 'queued' });
  });

  it('is fetched by the app, written, and told of as often as one likes', async () => {
    const { json } = await expectAnswer<Claimed>(app, 'POST /publications/claim');
    const attemptId = json.attempts[0]?.id ?? '';
    const body = { pageId: '501', version: 1, path, text };
    const outcome = 'POST /publications/attempts/:attemptId/outcome' as const;
    const first = await expectAnswer(app, outcome, { attemptId }, { body });
    const again = await expectAnswer(app, outcome, { attemptId }, { body });
    expect(again.json).toEqual(first.json);
    const seen = await expectAnswer<PublicationView>(cleo, 'GET /practices/:practiceId/publication', at);
    expect(seen.json).toMatchObject({ state: 'published', page: { url: `https://lindenhof.atlassian.net${path}` } });
    const { json: practice } = await cleo.get<PracticeView>(`/practices/${at.practiceId}`);
    expect(practice.page).toEqual({ title: text.title, url: `https://lindenhof.atlassian.net${path}` });
  });

  it('comes back from an edit of the page', async () => {
    const edits = 'POST /publications/pages/:pageId/edits' as const;
    const body = { version: 2, ...text, body: 'Say what matters, briefly.' };
    const { json } = await expectAnswer<PageEditedAnswer>(app, edits, { pageId: '501' }, { body });
    expect(json.became).toBe('taken-back');
  });

  it('is written as whoever is in Confluence', async () => {
    const attempts = 'POST /practices/:practiceId/publication/attempts' as const;
    const page = { id: '501', version: 3, ...text, body: 'Say everything.' };
    const { json: practice } = await ben.get<PracticeView>(`/practices/${at.practiceId}`);
    const edit = { body: { body: 'Say little.' }, headers: { 'if-match': `"${practice.revision}"` } };
    await ben.patch(`/practices/${at.practiceId}`, edit);
    const begun = await expectAnswer<AttemptAnswer>(benThere, attempts, at, { body: { page } });
    expect(begun.json.next).toBe('choose');

    const choice = 'POST /practices/:practiceId/publication/choice' as const;
    expect(await ben.post(url('/choice'), { body: { pageVersion: 2, choice: 'practice' } })).toMatchObject({
      status: 409,
      json: { reason: 'choice-outdated' },
    });
    await expectAnswer(ben, choice, at, { body: { pageVersion: 3, choice: 'practice' } });

    const { json: write } = await expectAnswer<AttemptAnswer>(benThere, attempts, at, { body: { page } });
    if (write.next !== 'write') throw new Error(write.next);
    expect(write.attempt).toMatchObject({ pageId: '501', expectedVersion: 3, practice: { body: 'Say little.' } });
    const outcome = `/publications/attempts/${write.attempt.id}/outcome`;
    const done = { pageId: '501', version: 4, path, text };
    for (const other of [app, ada, cleo]) expect((await other.post(outcome, { body: done })).status).toBe(404);
    expect((await ben.post(outcome, { body: done })).json).toMatchObject({ state: 'published' });
  });

  it('survives the deletion of the page', async () => {
    const gone = 'POST /publications/pages/:pageId/gone' as const;
    expect((await expectAnswer(app, gone, { pageId: '501' })).json).toEqual({ practiceId: at.practiceId });
    expect((await expectAnswer(app, gone, { pageId: '999' })).json).toEqual({});
  });

  it('is made from a page', async () => {
    const page = { id: '77', spaceId: '4711', version: 5, path: '/wiki/spaces/HB/pages/77' };
    const body = { communityId: guild.id, ...text, title: 'Contrast checks', page };
    await expectAnswer(benThere, 'POST /practices/from-page', {}, { body });
    expect(await benThere.post('/practices/from-page', { body })).toMatchObject({
      status: 409,
      json: { reason: 'page-already-kept' },
    });
    expect(await ben.post('/practices/from-page', { body })).toMatchObject({ json: { reason: 'confluence-only' } });
  });
});

describe('a request that is repeated under its key', () => {
  it('begins one attempt', async () => {
    const headers = { 'idempotency-key': 'begin-1' };
    const begin = () => benThere.post<AttemptAnswer>(url('/attempts'), { body: { connectionId }, headers });
    const [first, second] = [await begin(), await begin()];
    expect(first.json.next).toBe('write');
    expect(second.json).toEqual(first.json);
    if (first.json.next !== 'write') throw new Error('It was not begun');
    await ben.post(`/publications/attempts/${first.json.attempt.id}/outcome`, { body: { failure: 'given-up' } });
  });
});

describe('who may not', () => {
  it.each([
    ['publish', () => cleo.post(url(), { body: { connectionId } }), 403, 'not-allowed'],
    ['withdraw', () => cleo.delete(url()), 403, 'not-allowed'],
    ['claim as a person', () => ben.post('/publications/claim'), 403, 'app-only'],
    [
      'tell of edits as a person',
      () => benThere.post('/publications/pages/501/edits', { body: { version: 9, ...text } }),
      403,
      'app-only',
    ],
    ['tell of a deletion as a person', () => ada.post('/publications/pages/501/gone'), 403, 'app-only'],
    [
      'publish from another organisation',
      () => inTeams('Eve', { tenant: ids.otherTenant }).post(url(), { body: { connectionId } }),
      404,
      'no-such-practice',
    ],
    ['begin in Teams', () => ben.post(url('/attempts'), { body: { connectionId } }), 403, 'confluence-only'],
    [
      'publish into a space of nobody',
      () => ben.post(url(), { body: { connectionId: unknownId } }),
      409,
      'space-not-connected',
    ],
    [
      'tell of nothing',
      () => app.post(`/publications/attempts/${unknownId}/outcome`, { body: { failure: 'given-up' } }),
      404,
      'no-such-attempt',
    ],
  ])('cannot %s', async (_what, ask, status, reason) => {
    expect(await ask()).toMatchObject({ status, json: { reason } });
  });
});

describe('bad input', () => {
  const outcome = (body: object) => app.post(`/publications/attempts/${unknownId}/outcome`, { body });
  const edits = (body: object, pageId = '501') => app.post(`/publications/pages/${pageId}/edits`, { body });
  const written = { pageId: '501', version: 2, path, text };
  it.each([
    ['an address on another site', () => outcome({ ...written, path: 'https://evil.example/x' })],
    ['an address that leads away', () => outcome({ ...written, path: '//evil.example/x' })],
    ['an address that leads away backwards', () => outcome({ ...written, path: '/\\evil.example/x' })],
    ['a failure of one’s own', () => outcome({ failure: '<script>' })],
    ['an outcome that is both', () => outcome({ ...written, failure: 'given-up' })],
    ['a page without a version', () => outcome({ ...written, version: 0 })],
    ['a page id that is a path', () => outcome({ ...written, pageId: '../1' })],
    ['an edit without a text', () => edits({ version: 2 })],
    ['a page id with a slash', () => edits({ version: 2, ...text }, '5%2F1')],
    ['a text beyond all limits', () => edits({ version: 2, ...text, body: 'x'.repeat(60_001) })],
    ['a merged choice without a text', () => ben.post(url('/choice'), { body: { pageVersion: 1, choice: 'merged' } })],
    ['another choice with a text', () => ben.post(url('/choice'), { body: { pageVersion: 1, choice: 'page', text } })],
    ['a claim of very much', () => app.post('/publications/claim', { body: { limit: 11 } })],
    ['a word that confirms nothing', () => ben.post(url(), { body: { connectionId, confirm: 'yes' } })],
    ['a field too many', () => ben.post(url(), { body: { connectionId, state: 'published' } })],
  ])('is refused: %s', async (_what, ask) => {
    expect(await ask()).toMatchObject({ status: 400, json: { reason: 'invalid-input' } });
  });

  it('is refused: a body that is too large', async () => {
    expect(await edits({ version: 2, ...text, body: 'x'.repeat(300_000) })).toMatchObject({ status: 413 });
  });

  it('leaves out what nobody can see in a page, and keeps the rest', async () => {
    await ben.post(url(), { body: { connectionId } });
    const [attempt] = await claim();
    await app.post(`/publications/attempts/${attempt?.id}/outcome`, {
      body: { ...written, pageId: '502', version: 1 },
    });
    const hidden = 'Say \u202Enothing\u202C\u0000 at all.';
    expect((await edits({ version: 2, ...text, body: hidden }, '502')).json).toMatchObject({ became: 'taken-back' });
    const { json } = await ben.get<PracticeView>(`/practices/${at.practiceId}`);
    expect(json.body).toBe('Say nothing at all.');
  });
});

describe('sites that fetch nothing', () => {
  it('are told to those who look after the community, and to administrators', async () => {
    const inCommunity = { communityId: guild.id };
    await expectAnswer(ben, 'GET /communities/:communityId/stalled-sites', inCommunity);
    await expectAnswer(ada, 'GET /organisation/stalled-sites');
    expect((await cleo.get(`/communities/${guild.id}/stalled-sites`)).status).toBe(403);
    expect((await ben.get('/organisation/stalled-sites')).status).toBe(403);
  });
});

it('has walked every route about publishing', () => {
  expect(notWalked(({ tag }) => tag === 'Publishing')).toEqual([]);
});
