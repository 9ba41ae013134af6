import { beforeEach, describe, expect, it } from 'vitest';
import { atlassianAccount } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
  const key = atlassianAccount(CLOUD, '712020:cem');
  await db()
    .insertInto('account')
    .values({ key, person_id: scene.cem.personId, label: 'Confluence', linked_at: scene.clock.now() })
    .execute();
});

const versions = async () =>
  (await value(scene.core.practices.listVersions(scene.ben, { practiceId: scene.practiceId, limit: 10 }))).items;

describe('a page that somebody edits', () => {
  it('becomes a new version of the practice, with credit to whoever wrote it', async () => {
    await scene.publish();
    expect(await scene.editPage({ body: 'Brush twice.' }, { accountId: '712020:cem' })).toMatchObject({
      became: 'taken-back',
    });
    expect(await scene.practice()).toMatchObject({
      version: 2,
      body: 'Brush twice.',
      contributors: [{ person: { name: 'Ben Adeyemi' } }, { person: { name: 'Cem Aydin' }, credit: 'contributor' }],
    });
    expect((await versions())[0]).toMatchObject({ by: { name: 'Cem Aydin' }, note: 'Edited on the Confluence page' });
    expect(await scene.see()).toMatchObject({ state: 'published', practiceVersion: 2, outdated: false });
  });

  it('by somebody whom nobody knows here stands in the owner’s name, with a note of where it is from', async () => {
    await scene.publish();
    await scene.editPage({ body: 'Brush twice.' }, { accountId: '712020:unknown' });
    expect((await versions())[0]).toMatchObject({ by: { name: 'Ben Adeyemi' }, note: 'Edited on the Confluence page' });
    expect((await scene.practice()).contributors).toHaveLength(1);
  });

  it('is taken back while an update of nothing else waits, which is then no longer needed', async () => {
    await scene.publish();
    await scene.queue();
    await scene.editPage({ body: 'Brush twice.' });
    expect(await scene.see()).toMatchObject({ state: 'published', practiceVersion: 2 });
    expect(await scene.claim()).toEqual([]);
  });

  it('told of twice, or too late, is no news', async () => {
    const page = await scene.publish();
    await scene.editPage({ body: 'Brush twice.' });
    for (const version of [2, 1]) {
      const old = { pageId: page.id, version, title: page.title, context: '', body: 'Old words' };
      expect(await value(scene.publishing.reportPageEdit(scene.app, old))).toMatchObject({ became: 'ignored' });
    }
    expect(await scene.practice()).toMatchObject({ version: 2, body: 'Brush twice.' });
  });

  it('told of by two events at once is taken back once', async () => {
    const page = await scene.publish();
    const told = { pageId: page.id, version: 2, title: page.title, context: page.context, body: 'Brush twice.' };
    const became = await Promise.all(
      Array.from({ length: 4 }, () => value(scene.publishing.reportPageEdit(scene.app, told))),
    );
    expect(became.filter((one) => one.became === 'taken-back')).toHaveLength(1);
    expect(await scene.practice()).toMatchObject({ version: 2 });
  });

  it('is only moved along when only its formatting was touched', async () => {
    await scene.publish();
    expect(await scene.editPage({ body: 'Brush, then __wipe__.' })).toMatchObject({ became: 'same-already' });
    expect(await scene.practice()).toMatchObject({ version: 1 });
    await scene.edit({ body: 'Brush.' });
    await scene.queue();
    expect((await scene.claim())[0]).toMatchObject({ expectedVersion: 2 });
  });

  it('while it is being written waits, and is taken back from what was written', async () => {
    await scene.publish();
    await scene.edit({ body: 'Brush.' });
    await scene.queue();
    const [attempt] = await scene.claim();
    const page = scene.write(attempt!)!;
    expect(await scene.editPage({ body: 'Brush. Look.' })).toMatchObject({ became: 'waiting' });
    await value(scene.report(attempt!, page));
    expect(await scene.practice()).toMatchObject({ version: 3, body: 'Brush. Look.' });
    expect(await scene.see()).toMatchObject({ state: 'published', practiceVersion: 3 });
  });

  it('just before it is written is read again, and goes before', async () => {
    await scene.publish();
    await scene.edit({ title: 'Clean every joint' });
    await scene.queue();
    const [attempt] = await scene.claim();
    expect(await scene.editPage({ body: 'Brush twice.' }, { attemptId: attempt!.id })).toMatchObject({
      became: 'edited-on-both-sides',
    });
    expect(scene.write(attempt!)).toBeUndefined();
    expect(await scene.see()).toMatchObject({ state: 'edited-on-both-sides', bothSides: { page: { version: 2 } } });
  });

  it('in its formatting only, just before it is written, is written over in the version that was read', async () => {
    await scene.publish();
    await scene.edit({ body: 'Brush.' });
    await scene.queue();
    const [attempt] = await scene.claim();
    expect(await scene.editPage({ body: 'Brush, then __wipe__.' }, { attemptId: attempt!.id })).toMatchObject({
      became: 'still-to-write',
    });
    const page = scene.write({ ...attempt!, expectedVersion: 2 })!;
    expect(await value(scene.report(attempt!, page))).toMatchObject({ state: 'published' });
  });

  it('of another organisation, or of no practice, changes nothing', async () => {
    const page = await scene.publish();
    const told = { pageId: page.id, version: 9, title: 'Ours now', context: '', body: 'Ours now' };
    const others = { ...scene.app, organisationId: '01900000-0000-7000-8000-0000000000e9' as never };
    expect(await value(scene.publishing.reportPageEdit(others, told))).toEqual({ became: 'ignored' });
    const elsewhere = { ...scene.app, cloudId: 'cloud-2' };
    expect(await value(scene.publishing.reportPageEdit(elsewhere, told))).toEqual({ became: 'ignored' });
    expect(await value(scene.publishing.reportPageGone(others, { pageId: page.id }))).toEqual({});
    expect(await value(scene.publishing.reportPageEdit(scene.app, { ...told, pageId: '999' }))).toEqual({
      became: 'ignored',
    });
    expect(await scene.practice()).toMatchObject({ version: 1 });
    expect(await scene.see()).toMatchObject({ state: 'published' });
  });
});

describe('a page that is deleted', () => {
  it('leaves the practice as it is, to be published anew', async () => {
    const page = await scene.publish();
    await value(scene.publishing.reportPageGone(scene.app, { pageId: page.id }));
    const seen = await scene.see();
    expect(seen).toMatchObject({ state: 'page-gone', abilities: { publish: true } });
    expect(seen).not.toHaveProperty('page');
    expect(await scene.practice()).toMatchObject({ version: 1, life: 'endorsed' });
    await scene.queue();
    const [attempt] = await scene.claim();
    expect(attempt).not.toHaveProperty('pageId');
    expect(attempt?.publicationId).not.toBe(page.publicationId);
  });

  it('is known again when it is restored', async () => {
    const page = await scene.publish();
    await value(scene.publishing.reportPageGone(scene.app, { pageId: page.id }));
    const back = { pageId: page.id, version: 1, title: page.title, context: page.context, body: page.body };
    await value(scene.publishing.reportPageEdit(scene.app, back));
    expect(await scene.see()).toMatchObject({ state: 'published', page: { id: page.id } });
  });

  it('while it was to be written again is found out by whoever writes', async () => {
    await scene.publish();
    await scene.edit({ body: 'Brush.' });
    await scene.queue();
    const [attempt] = await scene.claim();
    await value(scene.publishing.recordOutcome(scene.app, { attemptId: attempt!.id, failure: 'page-gone' }));
    expect(await scene.see()).toMatchObject({ state: 'page-gone' });
  });
});
