import type {
  CommunityView,
  HomeView,
  LinkCodeView,
  MeasuresView,
  MeView,
  PracticeView,
  SearchPage,
  SearchSuggestions,
} from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../test/issuers.ts';
import { routeWalker } from '../../test/route-walker.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams, inConfluence } = service;
const { expectAnswer, relay, notWalked } = routeWalker(service);

const ada = inTeams('Ada Admin');
const ben = inTeams('Ben Builder');
const cleo = inTeams('Cleo Curious');
const macro = inConfluence('Ben Builder');
const settingsPage = inConfluence('Ada Admin', { module: 'confluence:globalSettings' });
const person: Record<'ada' | 'ben' | 'cleo', string> = { ada: '', ben: '', cleo: '' };
const edit = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });

let guild: CommunityView;
let practice: PracticeView;

beforeAll(async () => {
  for (const [name, client] of Object.entries({ ada, ben, cleo })) {
    person[name as 'ada'] = (await client.get<MeView>('/me')).json.id;
  }
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  guild = (await ben.post<CommunityView>('/communities', { body: { ...body, topics: ['accessibility'] } })).json;
  await cleo.post(`/communities/${guild.id}/join`);
  await ben.put(`/communities/${guild.id}/members/${person.cleo}/roles/knowledge-steward`);
});

describe('me', () => {
  it('sees and edits itself', async () => {
    const me = await expectAnswer<MeView>(ben, 'GET /me');
    expect(me.headers['etag']).toBe(`"${me.json.revision}"`);

    const body = {
      affiliation: 'Lindenhof',
      interests: ['Accessibility', 'typography'],
      skills: [{ topic: 'css', level: 'can-teach' }],
      workingHours: { days: [1, 2, 3], from: '08:00', to: '16:00' },
      timeZone: 'Europe/Zurich',
      languages: ['de', 'en'],
      challenge: 'Forms that everybody can fill in',
    };
    const edited = await expectAnswer<MeView>(ben, 'PATCH /me', {}, { body, ...edit(me.json.revision) });
    expect(edited.json).toMatchObject({ interests: ['accessibility', 'typography'], profileStarted: true });
    expect(edited.headers['etag']).toBe(`"${edited.json.revision}"`);
  });

  it('finds people and looks at one', async () => {
    await expectAnswer(ben, 'GET /people', {}, { query: '?q=ada&limit=5' });
    await expectAnswer(ada, 'GET /people/:personId', { personId: person.ben });
    const marked = { body: { serviceAccount: false } };
    await expectAnswer(ada, 'PUT /people/:personId/service-account', { personId: person.ben }, marked);
  });
});

describe('the organisation', () => {
  it('is seen, named and linked with a site', async () => {
    await expectAnswer(ada, 'GET /organisation');
    await expectAnswer(ada, 'PATCH /organisation', {}, { body: { name: 'Lindenhof Tools' } });
    await expectAnswer(macro, 'GET /sites/current');
    const { json } = await expectAnswer<LinkCodeView>(ada, 'POST /organisation/site-codes');
    await expectAnswer(settingsPage, 'POST /sites/redeem', {}, { body: { code: json.code } });
    await expectAnswer(macro, 'GET /sites/current');
    await expectAnswer(ada, 'GET /organisation');
  });

  it('knows one person by both accounts once they are linked', async () => {
    const { json } = await expectAnswer<LinkCodeView>(ben, 'POST /me/link-codes');
    const linked = await expectAnswer<MeView>(macro, 'POST /me/link-codes/redeem', {}, { body: { code: json.code } });
    expect(linked.json).toMatchObject({ id: person.ben, accounts: [{}, {}] });
  });
});

describe('a practice', () => {
  it('is drafted, edited and compared', async () => {
    const body = {
      communityId: guild.id,
      title: 'Write alt texts',
      body: 'Say what matters.',
      topics: ['accessibility'],
    };
    practice = (await expectAnswer<PracticeView>(ben, 'POST /practices', {}, { body })).json;
    const params = { practiceId: practice.id };
    const seen = await expectAnswer<PracticeView>(ben, 'GET /practices/:practiceId', params);
    const changed = {
      body: { body: 'Say what matters, in a sentence.', note: 'Shorter' },
      ...edit(seen.json.revision),
    };
    await expectAnswer(ben, 'PATCH /practices/:practiceId', params, changed);
    await expectAnswer(ben, 'GET /practices/:practiceId/versions', params);
    await expectAnswer(ben, 'GET /practices/:practiceId/versions/difference', params, { query: '?from=1&to=2' });
    await expectAnswer(ben, 'PUT /practices/:practiceId/credits', params, {
      body: { personId: person.cleo, credit: 'contributor' },
    });
    await expectAnswer(ben, 'DELETE /practices/:practiceId/credits/:personId', { ...params, personId: person.cleo });
  });

  it('is proposed, trusted, adopted and endorsed', async () => {
    const params = { practiceId: practice.id };
    await expectAnswer(ben, 'POST /practices/:practiceId/life/:action', { ...params, action: 'propose' });
    await expectAnswer(cleo, 'PUT /practices/:practiceId/endorsement', params, { body: { note: 'Works for us' } });
    await expectAnswer(cleo, 'DELETE /practices/:practiceId/endorsement', params);
    await expectAnswer(cleo, 'PUT /practices/:practiceId/endorsement', params);
    await expectAnswer(
      cleo,
      'POST /practices/:practiceId/life/:action',
      { ...params, action: 'endorse' },
      {
        body: { reviewBy: '2099-03-01' },
      },
    );
    const adoption = {
      kind: 'tried',
      team: 'Checkout',
      outcome: 'helped',
      measure: { name: 'Errors', after: 3, unit: '%' },
    };
    const adopted = await expectAnswer<PracticeView>(cleo, 'POST /practices/:practiceId/adoptions', params, {
      body: adoption,
    });
    const adoptionId = adopted.json.adoptions[0]?.id ?? '';
    await expectAnswer(cleo, 'GET /practices/:practiceId', params);
    await expectAnswer(cleo, 'DELETE /practices/:practiceId/adoptions/:adoptionId', { ...params, adoptionId });
    await expectAnswer(cleo, 'GET /practices', {}, { query: `?communityId=${guild.id}&life=endorsed` });
  });
});

describe('what is gathered', () => {
  it('shows on the home page, with what needs its owner', async () => {
    const { json } = await expectAnswer<HomeView>(ben, 'GET /me/home');
    expect(json.mine.map(({ community }) => community.id)).toEqual([guild.id]);
  });

  it('is found by search after the relay has run', async () => {
    await relay();
    const { json } = await expectAnswer<SearchPage>(cleo, 'GET /search', {}, { query: '?q=accesibility' });
    expect(json.items.map(({ title }) => title)).toContain('Accessibility guild');
  });

  it('is suggested while its name is typed', async () => {
    const { json } = await expectAnswer<SearchSuggestions>(cleo, 'GET /search/suggest', {}, { query: '?q=acces' });
    expect(json.items.map(({ title }) => title)).toContain('Accessibility guild');
  });

  it('says how quickly its questions are answered', async () => {
    const { json } = await expectAnswer<MeasuresView>(cleo, 'GET /communities/:communityId/measures', {
      communityId: guild.id,
    });
    expect(json.timeToAcceptedAnswer).toEqual({ questions: 0, of: 0 });
  });

  it('is handed out to whom it is about', async () => {
    await expectAnswer(ben, 'GET /me/export');
  });

  it('is compared with a community that somebody is about to found', async () => {
    const query = `?name=${encodeURIComponent('Accessibility group')}&topics=accessibility`;
    await expectAnswer(cleo, 'GET /communities/similar', {}, { query });
  });
});

describe('the end', () => {
  it('of a site and of a person cannot', async () => {
    await expectAnswer(ada, 'DELETE /organisation/sites/:cloudId', { cloudId: ids.cloud });
    await expectAnswer(cleo, 'DELETE /me', {}, { body: { confirm: 'erase' } });
  });
});

it('has walked every other route', () => {
  const walkedElsewhere = new Set([
    'Communities',
    'Memberships',
    'Questions',
    'Trust',
    'Notifications',
    'Consultations',
    'Publishing',
    'Gatherings',
    'Introductions',
    'Mentoring',
  ]);
  expect(notWalked(({ tag }) => !walkedElsewhere.has(tag))).toEqual([]);
});
