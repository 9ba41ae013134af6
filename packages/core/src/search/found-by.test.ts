import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { appendEvents } from '../sql/outbox.ts';
import { aScene, nextId } from '../testing/scene.ts';
import { aSearchScene, type SearchScene } from '../testing/search-scene.ts';
import { untilSomebodyWaits } from '../testing/waiting.ts';
import { rebuildSearch, refreshDocument } from './store.ts';

const db = testDatabase();
let scene: SearchScene;
let ada: Actor;
const indexed = () => scene.indexed();
const titles: SearchScene['titles'] = (...asked) => scene.titles(...asked);
const found: SearchScene['found'] = (...asked) => scene.found(...asked);
const propose: SearchScene['propose'] = (...asked) => scene.propose(...asked);

beforeEach(async () => {
  scene = await aSearchScene(db());
  ({ ada } = scene);
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

  it('a guest finds themselves and people whom they share a community with, by name and by what they say', async () => {
    const { id: communityId } = await found(ada, 'Partner guild', { reach: 'partners' });
    for (const one of [bob, guest]) await value(scene.core.communities.joinCommunity(one, { communityId }));
    await value(scene.core.identity.editProfile(bob, { challenge: 'Quiet soldering', interests: ['reflow'] }));
    const bobby = await scene.person('Bobby Elsewhere');
    for (const one of [guest, bobby]) await value(scene.core.identity.editProfile(one, { challenge: 'Much' }));
    await indexed();
    const suggested = async (q: string) =>
      (await value(scene.core.search.suggest(guest, { q }))).items.map(({ title }) => title);

    expect(await titles(guest, 'bob')).toEqual(['Bob Martin']);
    expect(await titles(guest, 'soldering')).toEqual(['Bob Martin']);
    expect(await titles(guest, 'reflow')).toEqual(['Bob Martin']);
    expect(await titles(guest, 'gus')).toEqual(['Gus Guest']);
    expect(await suggested('bob')).toEqual(['Bob Martin']);
    expect((await titles(ada, 'bob')).toSorted()).toEqual(['Bob Martin', 'Bobby Elsewhere']);
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

  it('forgets the words that only an erased person had', async () => {
    await found(await scene.person('Flora Byron'), 'Testing guild');
    await value(scene.core.identity.editProfile(ada, { challenge: 'Zymurgy for testing' }));
    await indexed();
    const known = async () => (await db().selectFrom('search_word').select('word').execute()).map(({ word }) => word);
    expect(await known()).toEqual(expect.arrayContaining(['zymurgy', 'testing']));
    await value(scene.core.identity.eraseMe(ada, { confirm: 'erase' }));

    expect(await known()).toContain('testing');
    expect(await known()).not.toContain('zymurgy');
  });

  it('hears of what an import brought', async () => {
    const { id: communityId } = await found(ada, 'Testing guild');
    const practiceId = await propose(ada, communityId, 'Testing in pairs');
    await db().deleteFrom('outbox').execute();
    const facts = [
      { type: 'person.imported', personId: ada.personId },
      { type: 'community.imported', communityId },
      { type: 'practice.imported', practiceId, communityId },
    ];
    const { organisationId, clock } = scene;
    await db()
      .transaction()
      .execute((tx) => appendEvents(tx, { organisationId, at: clock.now(), newId: nextId }, facts));
    await indexed();

    expect((await titles(ada, 'testing')).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'Testing guild',
      'Testing in pairs',
    ]);
    expect(await titles(ada, 'byron')).toEqual(['Ada Byron']);
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

    expect(await rebuildSearch(db(), scene.clock.now())).toEqual({
      community: 1,
      practice: 1,
      person: 1,
      question: 0,
      gathering: 0,
    });
    expect(await documents()).toEqual(before);
  });

  it('is built anew while the relay saves the same documents, although each waits for the other', async () => {
    const { id } = await found(ada, 'Testing guild');
    const practiceId = await propose(ada, id, 'Testing in pairs');
    await indexed();
    await db().deleteFrom('search_word').execute();

    const rebuilt = await db()
      .transaction()
      .execute(async (tx) => {
        // PostgreSQL ends whoever looks for a deadlock first: here that is the rebuilding.
        await sql`SET LOCAL deadlock_timeout = '1min'`.execute(tx);
        await tx.insertInto('search_word').values({ organisation_id: ada.organisationId, word: 'pairs' }).execute();
        const rebuilding = rebuildSearch(db(), scene.clock.now());
        await untilSomebodyWaits(db());
        await refreshDocument(tx, 'practice', practiceId, scene.clock.now());
        return { rebuilding };
      });

    expect(await rebuilt.rebuilding).toMatchObject({ practice: 1 });
  });
});
