import { practiceView } from '../practices/contract.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, type PublishingScene } from '../testing/publishing-scene.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

describe('a practice made from a page', () => {
  const source = { id: '77', spaceId: '4711', version: 5, path: '/wiki/spaces/HB/pages/77/Grinding' };
  const text = { title: 'Grinding', context: '', body: 'Grind slowly.', topics: [] };
  const make = (actor = scene.benThere) =>
    scene.publishing.draftFromPage(actor, {
      communityId: scene.communityId,
      ...text,
      visibility: 'organisation',
      page: source,
    });
  const endorsed = async () => {
    const { id } = await value(make());
    await db().updateTable('practice').set({ life: 'endorsed' }).where('id', '=', id).execute();
    return id;
  };

  it('is a draft that remembers its page, and is published nowhere yet', async () => {
    const drafted = await value(make());
    expect(drafted).toMatchObject({ life: 'draft', title: 'Grinding', owner: { name: 'Ben Adeyemi' } });
    expect(practiceView.parse(drafted)).toEqual(drafted);
    const seen = await value(scene.publishing.seePublication(scene.benThere, { practiceId: drafted.id }));
    expect(seen).toMatchObject({
      state: 'none',
      sourcePage: { id: '77', url: 'https://northwind.atlassian.net/wiki/spaces/HB/pages/77/Grinding' },
    });
  });

  it('is made once, from Confluence, by whoever takes part', async () => {
    await value(make());
    expect(await make()).toEqual({ ok: false, reason: 'page-already-kept' });
    expect(await make(scene.ben as never)).toEqual({ ok: false, reason: 'confluence-only' });
    expect(await make({ ...scene.cem, account: 'atlassian:cloud-1:712020:cem' as never })).toEqual({
      ok: false,
      reason: 'not-taking-part',
    });
    expect(await make({ ...scene.ben, account: 'atlassian:cloud-9:712020:ben' as never })).toEqual({
      ok: false,
      reason: 'site-not-linked',
    });
  });

  it('may be published over that page, in the version that it was made from, by whoever may write there', async () => {
    const practiceId = await endorsed();
    const onto = { practiceId, onto: 'source-page' as const };
    expect(await scene.publishing.queuePublication(scene.ben, onto)).toEqual({ ok: false, reason: 'confluence-only' });
    expect(await value(scene.publishing.seePublication(scene.ben, { practiceId }))).not.toHaveProperty('sourcePage');

    const { topics: _topics, ...asRead } = text;
    const page = { ...asRead, id: '77', version: 5 };
    const begun = await value(scene.publishing.beginAttempt(scene.benThere, { ...onto, page }));
    expect(begun).toMatchObject({ next: 'write', attempt: { pageId: '77', expectedVersion: 5 } });
    expect(await value(scene.publishing.seePublication(scene.cem, { practiceId }))).not.toHaveProperty('page');
  });

  it('never goes over a page that was edited since', async () => {
    const practiceId = await endorsed();
    const { topics: _topics, ...asRead } = text;
    const begin = (version: number, body: string) =>
      scene.publishing.beginAttempt(scene.benThere, {
        practiceId,
        onto: 'source-page',
        page: { ...asRead, id: '77', version, body },
      });
    // What was changed on the way into the practice is no edit of the page.
    expect(await begin(5, 'Grind at leisure.')).toMatchObject({ value: { next: 'write' } });
    expect(await begin(6, 'Grind fast.')).toEqual({ ok: false, reason: 'no-source-page' });
    expect(await begin(6, 'Grind slowly. ')).toMatchObject({
      value: { next: 'write', attempt: { expectedVersion: 6 } },
    });
  });

  it('is never put over that page by the app, and may still go to a new one', async () => {
    const practiceId = await endorsed();
    const { topics: _topics, ...asRead } = text;
    const page = { ...asRead, id: '77', version: 5 };
    const begun = { practiceId, onto: 'source-page' as const, page };
    await value(scene.publishing.beginAttempt(scene.benThere, begun));
    scene.clock.pass(1);
    expect(await scene.claim()).toEqual([]);
    expect(await value(scene.publishing.seePublication(scene.ben, { practiceId }))).toMatchObject({
      state: 'failed',
      failure: 'no-outcome',
    });
    const told = { pageId: '77', version: 6, ...asRead, body: 'Grind fast.' };
    expect(await value(scene.publishing.reportPageEdit(scene.app, told))).toMatchObject({ became: 'ignored' });
    const anew = { practiceId, connectionId: scene.connectionId, onto: 'new-page' as const };
    await value(scene.publishing.queuePublication(scene.ben, anew));
    const [attempt] = await scene.claim();
    expect(attempt).toMatchObject({ practice: { title: 'Grinding' } });
    expect(attempt).not.toHaveProperty('pageId');
  });

  it('has no such page where it was made from none', async () => {
    const onto = { practiceId: scene.practiceId, onto: 'source-page' as const };
    expect(await scene.publishing.queuePublication(scene.ben, onto)).toEqual({ ok: false, reason: 'no-source-page' });
  });
});
