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
    const seen = await value(scene.publishing.seePublication(scene.ben, { practiceId: drafted.id }));
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

  it('may be published over that page, in the version that it was made from', async () => {
    const practiceId = await endorsed();
    const onto = { practiceId, onto: 'source-page' as const };
    const queued = await value(scene.publishing.queuePublication(scene.ben, onto));
    expect(queued).toMatchObject({ state: 'queued', page: { id: '77', version: 5 } });
    const [attempt] = await scene.claim();
    expect(attempt).toMatchObject({ pageId: '77', expectedVersion: 5 });
    expect(await value(scene.publishing.seePublication(scene.cem, { practiceId }))).not.toHaveProperty('page');
  });

  it('never goes over a page that was edited since', async () => {
    const practiceId = await endorsed();
    const { revision } = await value(scene.core.practices.seePractice(scene.ben, { practiceId }));
    await value(
      scene.core.practices.editPractice(scene.ben, { practiceId, ifRevision: revision, body: 'Grind very slowly.' }),
    );
    const page = { ...text, id: '77', version: 6, body: 'Grind fast.' };
    const { topics: _topics, ...asRead } = page;
    const begun = { practiceId, onto: 'source-page' as const, page: asRead };
    expect(await value(scene.publishing.beginAttempt(scene.benThere, begun))).toMatchObject({ next: 'choose' });
  });

  it('has no such page where it was made from none', async () => {
    const onto = { practiceId: scene.practiceId, onto: 'source-page' as const };
    expect(await scene.publishing.queuePublication(scene.ben, onto)).toEqual({ ok: false, reason: 'no-source-page' });
  });
});
