import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { createRelay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aScene, type Scene } from '../testing/scene.ts';
import type { SearchQuery } from './contract.ts';
import { rebuildSearch } from './store.ts';

const db = testDatabase();
let scene: Scene;
let ada: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ada = await scene.person('Ada Byron');
});

const relay = () =>
  createRelay({ db: db(), subscribers: coreSubscribers({ now: scene.clock.now }), now: scene.clock.now });
const indexed = () => relay().drain();

const search = (actor: Actor, q: string, given: Partial<SearchQuery> = {}) =>
  value(scene.core.search.searchAll(actor, { q, limit: 25, ...given }));
const titles = async (actor: Actor, q: string, given: Partial<SearchQuery> = {}) =>
  (await search(actor, q, given)).items.map(({ title }) => title);

type Community = Partial<Parameters<Scene['core']['communities']['foundCommunity']>[1]>;
const found = (actor: Actor, name: string, given: Community = {}) =>
  value(
    scene.core.communities.foundCommunity(actor, {
      archetype: 'guild',
      name,
      purpose: 'How we build things together',
      topics: [],
      ...given,
    }),
  );
type Practice = Partial<Parameters<Scene['core']['practices']['draftPractice']>[1]>;
async function propose(actor: Actor, communityId: string, title: string, given: Practice = {}) {
  const { id: practiceId } = await value(
    scene.core.practices.draftPractice(actor, {
      communityId,
      title,
      context: 'When it matters.',
      body: 'Do this first.',
      topics: [],
      visibility: 'organisation',
      ...given,
    }),
  );
  await value(scene.core.practices.changeLife(actor, { practiceId, action: 'propose' }));
  return practiceId;
}

describe('a search', () => {
  it('finds communities, practices and people by their words', async () => {
    const { id } = await found(ada, 'Accessibility guild', { topics: ['wcag'] });
    await propose(ada, id, 'Test with a screen reader', { body: 'Accessibility begins with the **keyboard**.' });
    await value(scene.core.identity.editProfile(ada, { challenge: 'Making accessibility everyday work' }));
    await indexed();

    expect((await titles(ada, 'accessibility')).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'Accessibility guild',
      'Ada Byron',
      'Test with a screen reader',
    ]);
    expect(await titles(ada, 'wcag')).toEqual(['Accessibility guild']);
    expect(await titles(ada, 'accessibility', { kind: 'practice' })).toEqual(['Test with a screen reader']);
  });

  it('marks what it found in the passage, as plain text', async () => {
    const { id } = await found(ada, 'Guild of screens');
    await propose(ada, id, 'Speak the page', {
      context: '',
      body: 'Cafés begin with the **keyboard** <b>and</b> a reader.',
    });
    await indexed();

    expect(await search(ada, 'keyboards cafe')).toMatchObject({
      corrected: false,
      items: [
        {
          title: 'Speak the page',
          snippet: [
            { text: 'Cafés', match: true },
            { text: ' begin with the ', match: false },
            { text: 'keyboard', match: true },
            { text: expect.stringContaining('<b>and</b> a reader') as unknown, match: false },
          ],
          community: { id, name: 'Guild of screens' },
        },
      ],
    });
  });

  it('puts a name before a mention', async () => {
    await found(ada, 'Everything else', { purpose: 'We also talk about kubernetes sometimes' });
    await found(ada, 'Kubernetes');
    await indexed();

    expect(await titles(ada, 'kubernetes')).toEqual(['Kubernetes', 'Everything else']);
  });

  it.each([
    ['"unit tests"', ['Unit tests']],
    ['unit -tests', ['Unit of measure']],
    ['measure or tests', ['Unit of measure', 'Unit tests']],
    ['unit mea', ['Unit of measure']],
    ['ÜNIT', ['Unit of measure', 'Unit tests']],
  ])('understands %s', async (q, expected) => {
    await found(ada, 'Unit tests');
    await found(ada, 'Unit of measure');
    await indexed();

    expect((await titles(ada, q)).sort((a, b) => (a < b ? -1 : 1))).toEqual(expected);
  });

  it.each(['acessibilty', 'acccessibility gild', 'desgin', 'Acessibility desgin'])(
    'forgives the typing error in «%s», and says so',
    async (q) => {
      await found(ada, 'Accessibility guild', { topics: ['design'] });
      await indexed();

      expect(await search(ada, q)).toMatchObject({ corrected: true, items: [{ title: 'Accessibility guild' }] });
    },
  );

  it('corrects nothing that is spelt well', async () => {
    await found(ada, 'Testing guild');
    await found(ada, 'Resting guild');
    await indexed();

    expect(await search(ada, 'testing', { topic: 'nothing' })).toEqual({ items: [], corrected: false });
  });

  it('keeps to the community and the topic that were asked for', async () => {
    const { id } = await found(ada, 'Testing guild', { topics: ['quality'] });
    await found(ada, 'Testing forum');
    await propose(ada, id, 'Testing in pairs', { topics: ['pairing'] });
    await indexed();

    expect((await titles(ada, 'testing', { communityId: id })).length).toBe(2);
    expect(await titles(ada, 'testing', { topic: 'pairing' })).toEqual(['Testing in pairs']);
  });

  it('goes on page by page without a gap or a double', async () => {
    for (let more = 0; more < 11; more += 1) await found(ada, `Testing guild ${more}`);
    await indexed();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(ada, 'testing', { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  it('answers whatever is typed', async () => {
    await found(ada, 'Testing guild');
    await indexed();
    const odd = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.constantFrom(
        "'",
        '"',
        '-',
        '|',
        '&',
        ':*',
        "\\'",
        '!!!',
        '((',
        "a':*",
        '%',
        '_',
        'the',
        'or',
        '""',
        '<->',
        "x'y z",
      ),
    );

    await fc.assert(
      fc.asyncProperty(odd, fc.string({ maxLength: 40 }), async (q, cursor) => {
        expect(await scene.core.search.searchAll(ada, { q, limit: 5, cursor })).toMatchObject({ ok: true });
      }),
      { numRuns: 150 },
    );
  });
});

describe('who finds what', () => {
  let guest: Actor;
  let bob: Actor;
  beforeEach(async () => {
    guest = await scene.person('Gus Guest', { guest: true });
    bob = await scene.person('Bob Martin');
  });

  it('a community by invitation is found by its members only', async () => {
    await found(ada, 'Leaders in confidence', { visibility: 'by-invitation' });
    await indexed();

    expect(await titles(ada, 'confidence')).toEqual(['Leaders in confidence']);
    expect(await titles(bob, 'confidence')).toEqual([]);
  });

  it('a guest finds what reaches partners', async () => {
    await found(ada, 'Partner guild', { reach: 'partners' });
    await found(ada, 'House guild');
    await indexed();

    expect(await titles(guest, 'guild')).toEqual(['Partner guild']);
    expect(await titles(guest, 'bob')).toEqual([]);
  });

  it('a draft is found by its owner, not by members', async () => {
    const { id: communityId } = await found(ada, 'Testing guild');
    await value(scene.core.communities.joinCommunity(bob, { communityId }));
    const draft = { communityId, title: 'Half an idea', context: '', body: '', topics: [] };
    await value(scene.core.practices.draftPractice(ada, { ...draft, visibility: 'organisation' }));
    await indexed();

    expect(await titles(ada, 'idea')).toEqual(['Half an idea']);
    expect(await titles(bob, 'idea')).toEqual([]);
  });

  it('a practice for members is found by members', async () => {
    const { id } = await found(ada, 'Testing guild');
    await propose(ada, id, 'Our own way', { visibility: 'members' });
    await indexed();
    expect(await titles(bob, 'own way')).toEqual([]);
    await value(scene.core.communities.joinCommunity(bob, { communityId: id }));

    expect(await titles(bob, 'own way')).toEqual(['Our own way']);
  });

  it('what somebody lost the right to see is gone at once, before the index hears of it', async () => {
    const { id: communityId } = await found(ada, 'Open guild');
    await indexed();
    expect(await titles(bob, 'open')).toEqual(['Open guild']);
    await value(scene.core.communities.editCommunity(ada, { communityId, visibility: 'by-invitation' }));

    expect(await titles(bob, 'open')).toEqual([]);
  });

  it('nobody finds another organisation', async () => {
    await found(ada, 'Testing guild');
    await indexed();
    const stranger = await (await aScene(db())).person('Eve');

    expect(await titles(stranger, 'testing')).toEqual([]);
    expect(await titles(stranger, 'tsting')).toEqual([]);
  });
});

describe('the index', () => {
  it('follows an edit, and forgets the words that went', async () => {
    const { id: communityId } = await found(ada, 'Testing guild');
    await indexed();
    await value(scene.core.communities.editCommunity(ada, { communityId, name: 'Quality guild' }));
    await indexed();

    expect(await titles(ada, 'quality')).toEqual(['Quality guild']);
    expect(await titles(ada, '"testing"')).toEqual([]);
  });

  it('forgets a person who was erased in the same moment', async () => {
    await value(scene.core.identity.editProfile(ada, { challenge: 'Flaky tests' }));
    await indexed();
    const bob = await scene.person('Bob');
    expect(await titles(bob, 'flaky')).toEqual(['Ada Byron']);
    await value(scene.core.identity.eraseMe(ada, { confirm: 'erase' }));

    expect(await db().selectFrom('search_document').selectAll().where('kind', '=', 'person').execute()).toEqual([]);
    await indexed();
    expect(await titles(bob, 'flaky')).toEqual([]);
  });

  it('is the same when it is built anew', async () => {
    const { id } = await found(ada, 'Testing guild', { topics: ['quality'] });
    await propose(ada, id, 'Testing in pairs');
    await value(scene.core.identity.editProfile(ada, { interests: ['testing'] }));
    await indexed();
    const documents = () =>
      db()
        .selectFrom('search_document')
        .select(['kind', 'title', 'body', 'topics', 'weight'])
        .orderBy('ref_id')
        .execute();
    const before = await documents();
    await db().deleteFrom('search_document').execute();

    expect(await rebuildSearch(db(), scene.clock.now())).toEqual({ community: 1, practice: 1, person: 1 });
    expect(await documents()).toEqual(before);
  });
});
