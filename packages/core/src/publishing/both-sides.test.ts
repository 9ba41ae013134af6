import { beforeEach, describe, expect, it } from 'vitest';
import { atlassianAccount } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';
import { publicationView } from './view-contract.ts';

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

const choose = (
  chosen: Parameters<PublishingScene['publishing']['chooseText']>[1] extends infer Input
    ? Omit<Input, 'practiceId'>
    : never,
) => scene.publishing.chooseText(scene.ben, { practiceId: scene.practiceId, ...chosen });
const versions = async () =>
  (await value(scene.core.practices.listVersions(scene.ben, { practiceId: scene.practiceId, limit: 10 }))).items;

describe('a page that says more than a practice can', () => {
  it.each([
    ['too long a text', { body: 'x'.repeat(41_000) }],
    ['too short a title', { title: 'Weld' }],
  ])('(%s) waits for somebody, and loses nothing', async (_what, text) => {
    await scene.publish();
    expect(await scene.editPage(text)).toMatchObject({ became: 'edited-on-both-sides' });
    const seen = await scene.see();
    expect(publicationView.parse(seen)).toEqual(seen);
    expect(seen).toMatchObject({
      failure: 'page-does-not-fit',
      bothSides: { fits: false, page: { version: 2, ...text } },
    });
    expect(await choose({ pageVersion: 2, choice: 'page' })).toEqual({ ok: false, reason: 'page-does-not-fit' });
    expect(await scene.practice()).toMatchObject({ version: 1 });
    const merged = { title: 'Weld it well', context: '', body: 'Short.' };
    expect(await choose({ pageVersion: 2, choice: 'merged', text: merged })).toMatchObject({
      ok: true,
      value: { state: 'queued' },
    });
  });

  it('beyond all limits is shown by its title', async () => {
    const page = await scene.publish();
    const told = { pageId: page.id, version: 2, title: 'A book', tooLarge: true } as const;
    expect(await value(scene.publishing.reportPageEdit(scene.app, told))).toMatchObject({
      became: 'edited-on-both-sides',
    });
    expect(await scene.see()).toMatchObject({ bothSides: { page: { title: 'A book' }, fields: [], fits: false } });
    expect(await choose({ pageVersion: 2, choice: 'page' })).toEqual({ ok: false, reason: 'page-does-not-fit' });
    await value(choose({ pageVersion: 2, choice: 'practice' }));
    expect((await scene.claim())[0]).toMatchObject({ expectedVersion: 2 });
  });

  it('stays as it is where the practice is retired', async () => {
    await scene.publish();
    const { core, ana, practiceId } = scene;
    await value(core.practices.changeLife(ana, { practiceId, action: 'retire', reason: 'Robots' }));
    expect(await scene.editPage({ body: 'Brush twice.' })).toMatchObject({ became: 'edited-on-both-sides' });
    expect(await choose({ pageVersion: 2, choice: 'page' })).toEqual({ ok: false, reason: 'practice-retired' });
    expect(await choose({ pageVersion: 2, choice: 'practice' })).toMatchObject({ ok: true });
  });
});

describe('a practice and a page that were both changed', () => {
  beforeEach(async () => {
    await scene.publish();
    await scene.edit({ body: 'Brush.' });
    await scene.editPage({ body: 'Grind.' }, { accountId: '712020:cem' });
  });

  it('are both shown, with what differs, to those who may choose', async () => {
    const seen = await scene.see();
    expect(publicationView.parse(seen)).toEqual(seen);
    expect(seen).toMatchObject({
      state: 'edited-on-both-sides',
      abilities: { choose: true, publish: false },
      bothSides: {
        practice: { version: 2, body: 'Brush.' },
        page: { version: 2, body: 'Grind.', by: { name: 'Cem Aydin' } },
        before: { body: 'Brush, then **wipe**.' },
        fields: [{ field: 'body' }],
      },
    });
    const others = await scene.see(scene.cem);
    expect(others).toMatchObject({ state: 'published', abilities: { choose: false } });
    expect(others).not.toHaveProperty('bothSides');
  });

  it('are not written or queued until somebody has chosen', async () => {
    const wanted = { practiceId: scene.practiceId, onto: 'new-page' as const };
    expect(await scene.publishing.queuePublication(scene.ben, wanted)).toEqual({ ok: false, reason: 'choice-needed' });
    expect(await scene.claim()).toEqual([]);
  });

  it('the practice’s text goes over exactly the page that was shown', async () => {
    expect(await value(choose({ pageVersion: 2, choice: 'practice' }))).toMatchObject({ state: 'queued' });
    const [attempt] = await scene.claim();
    expect(attempt).toMatchObject({ expectedVersion: 2, practice: { body: 'Brush.' } });
    await value(scene.report(attempt!, scene.write(attempt!)!));
    expect(await scene.see()).toMatchObject({ state: 'published', practiceVersion: 2, page: { version: 3 } });
    expect(await scene.practice()).toMatchObject({ version: 2 });
  });

  it('whoever is in Confluence may write it at once', async () => {
    await value(choose({ pageVersion: 2, choice: 'practice' }));
    const page = [...scene.site.pages.values()][0]!;
    const begun = { practiceId: scene.practiceId, onto: 'new-page' as const, page };
    expect(await value(scene.publishing.beginAttempt(scene.benThere, begun))).toMatchObject({
      next: 'write',
      attempt: { expectedVersion: 2 },
    });
  });

  it('the page’s text becomes a version by whoever wrote it', async () => {
    expect(await value(choose({ pageVersion: 2, choice: 'page' }))).toMatchObject({ state: 'published' });
    expect(await scene.practice()).toMatchObject({ version: 3, body: 'Grind.' });
    expect((await versions())[0]).toMatchObject({ by: { name: 'Cem Aydin' } });
  });

  it('a text made of both becomes a version, and goes on the page', async () => {
    const text = { title: 'Clean the joint first', context: 'Before any weld.', body: 'Brush and grind.' };
    expect(await value(choose({ pageVersion: 2, choice: 'merged', text }))).toMatchObject({ state: 'queued' });
    expect(await scene.practice()).toMatchObject({ version: 3, body: 'Brush and grind.' });
    expect((await scene.claim())[0]).toMatchObject({ expectedVersion: 2, practice: { body: 'Brush and grind.' } });
  });

  it('made to say what the page says need not be written', async () => {
    const text = { title: 'Clean the joint first', context: 'Before any weld.', body: 'Grind.' };
    expect(await value(choose({ pageVersion: 2, choice: 'merged', text }))).toMatchObject({ state: 'published' });
  });

  it('cannot be chosen in view of a page that has changed again', async () => {
    await scene.editPage({ body: 'Grind and look.' });
    for (const pageVersion of [1, 2])
      expect(await choose({ pageVersion, choice: 'practice' })).toEqual({ ok: false, reason: 'choice-outdated' });
    expect(await scene.see()).toMatchObject({ bothSides: { page: { version: 3, body: 'Grind and look.' } } });
    expect(await choose({ pageVersion: 3, choice: 'practice' })).toMatchObject({ ok: true });
    expect(await choose({ pageVersion: 3, choice: 'practice' })).toEqual({ ok: false, reason: 'choice-outdated' });
  });

  it('chosen by two people at once is chosen once', async () => {
    const answers = await Promise.all([
      choose({ pageVersion: 2, choice: 'practice' }),
      choose({ pageVersion: 2, choice: 'page' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('come together again when somebody undoes the edit of the page', async () => {
    expect(await scene.editPage({ body: 'Brush, then **wipe**.' })).toMatchObject({ became: 'same-already' });
    expect(await scene.see()).toMatchObject({ state: 'published', outdated: true, abilities: { publish: true } });
  });
});
