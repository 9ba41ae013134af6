import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';
import { OPENS_TO_READERS } from './state.ts';
import { claimed, publicationView } from './view-contract.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

const wanted = () => ({ practiceId: scene.practiceId, connectionId: scene.connectionId, onto: 'new-page' as const });

describe('publishing from Teams', () => {
  it('queues, is fetched by the app of the site, and ends on a page', async () => {
    const before = await scene.see();
    expect(before).toMatchObject({
      state: 'none',
      spaces: [{ spaceId: '4711', cloudId: CLOUD, name: 'Handbook' }],
      abilities: { publish: true, choose: false, withdraw: false },
    });
    expect(publicationView.parse(before)).toEqual(before);

    const queued = await scene.queue();
    expect(queued).toMatchObject({ state: 'queued', requestedBy: { name: 'Ben Adeyemi' }, outdated: false });
    const attempts = await scene.claim();
    expect(claimed.parse({ attempts })).toEqual({ attempts });
    const [attempt] = attempts;
    expect(attempt).toMatchObject({
      spaceId: '4711',
      practice: {
        version: 1,
        title: 'Clean the joint first',
        life: 'endorsed',
        owner: { name: 'Ben Adeyemi' },
        credits: [{ name: 'Ben Adeyemi', credit: 'author' }],
        community: { name: 'Welders' },
      },
    });
    expect(attempt).not.toHaveProperty('pageId');
    expect(await scene.see()).toMatchObject({ state: 'publishing', abilities: { publish: false } });

    const page = scene.write(attempt!);
    expect(await value(scene.report(attempt!, page!))).toEqual({
      practiceId: scene.practiceId,
      state: 'published',
      pageId: page!.id,
    });
    const after = await scene.see();
    expect(after).toMatchObject({
      state: 'published',
      outdated: false,
      practiceVersion: 1,
      page: {
        url: `https://northwind.atlassian.net/wiki/pages/${page!.id}`,
        title: 'Clean the joint first',
        version: 1,
      },
    });
    expect(publicationView.parse(after)).toEqual(after);
  });

  it('shows the page, and nothing of what went on, to whoever may see the practice', async () => {
    await scene.queue();
    expect(await scene.see(scene.cem)).toMatchObject({ state: 'none', spaces: [], abilities: { publish: false } });
    const [attempt] = await scene.claim();
    await value(scene.publishing.recordOutcome(scene.app, { attemptId: attempt!.id, failure: 'title-taken' }));
    const seen = await scene.see(scene.cem);
    expect(seen).toMatchObject({ state: 'none' });
    expect(seen).not.toHaveProperty('failure');
    expect(seen).not.toHaveProperty('requestedBy');
  });

  it('is open to whoever may edit the practice, and to nobody else', async () => {
    const { publishing, cem, practiceId } = scene;
    const refused = { ok: false, reason: 'not-allowed' };
    expect(await publishing.queuePublication(cem, wanted())).toEqual(refused);
    expect(await publishing.withdrawPublication(cem, { practiceId })).toEqual(refused);
    const chosen = { practiceId, pageVersion: 1, choice: 'page' as const };
    await scene.publish();
    expect(await publishing.chooseText(cem, chosen)).toEqual(refused);
    const stranger = { ...cem, organisationId: '01900000-0000-7000-8000-0000000000e9' as never };
    for (const answer of [
      await publishing.seePublication(stranger, { practiceId }),
      await publishing.queuePublication(stranger, wanted()),
      await publishing.withdrawPublication(stranger, { practiceId }),
      await publishing.chooseText(stranger, chosen),
    ])
      expect(answer).toEqual({ ok: false, reason: 'no-such-practice' });
  });

  it('is for what the community stands behind; a page that is there may also say that the practice is retired', async () => {
    const { core, ana, practiceId, publishing, ben } = scene;
    await value(core.practices.changeLife(ana, { practiceId, action: 'start-review' }));
    expect(await publishing.queuePublication(ben, wanted())).toEqual({ ok: false, reason: 'not-publishable' });
    await value(core.practices.changeLife(ana, { practiceId, action: 'confirm' }));
    await scene.publish();
    await value(core.practices.changeLife(ana, { practiceId, action: 'retire', reason: 'Robots weld now' }));
    expect(await scene.see()).toMatchObject({ outdated: true, abilities: { publish: true } });
    await scene.queue();
    expect((await scene.claim())[0]).toMatchObject({ expectedVersion: 1, practice: { life: 'retired' } });
  });

  it('goes into a space of its community only', async () => {
    const { core, ana, ben, communityId, connectionId, publishing } = scene;
    const elsewhere = { ...wanted(), connectionId: scene.practiceId };
    expect(await publishing.queuePublication(ben, elsewhere)).toEqual({ ok: false, reason: 'space-not-connected' });
    expect(await publishing.queuePublication(ben, { practiceId: scene.practiceId, onto: 'new-page' })).toEqual({
      ok: false,
      reason: 'space-not-connected',
    });
    await scene.queue();
    await value(core.communities.disconnectPlace(ana, { communityId, connectionId }));
    expect(await scene.claim()).toEqual([]);
    expect(await scene.see()).toMatchObject({ state: 'failed', failure: 'space-not-connected', spaces: [] });
  });

  it('asks before a practice for members gets more readers, once', async () => {
    const { core, ben, publishing, practiceId } = scene;
    const { revision } = await scene.practice();
    await value(core.practices.editPractice(ben, { practiceId, ifRevision: revision, visibility: 'members' }));
    expect(await scene.see()).toMatchObject({ opensToReaders: true });
    expect(await publishing.queuePublication(ben, wanted())).toEqual({ ok: false, reason: 'confirm-needed' });
    await value(publishing.queuePublication(ben, { ...wanted(), confirm: OPENS_TO_READERS }));
    const [attempt] = await scene.claim();
    await value(scene.report(attempt!, scene.write(attempt!)!));
    expect(await scene.see()).toMatchObject({ state: 'published', opensToReaders: false });
    await scene.edit({ body: 'Brush.' });
    expect(await publishing.queuePublication(ben, { practiceId, onto: 'new-page' })).toMatchObject({ ok: true });
  });

  it('is not fetched when the practice was closed to others in the meantime', async () => {
    await scene.queue();
    const { core, ben, practiceId } = scene;
    const { revision } = await scene.practice();
    await value(core.practices.editPractice(ben, { practiceId, ifRevision: revision, visibility: 'members' }));
    expect(await scene.claim()).toEqual([]);
    expect(await scene.see()).toMatchObject({ state: 'failed', failure: 'not-publishable' });
  });

  it('says so when nobody has fetched it for an hour, and not before', async () => {
    await scene.queue();
    scene.clock.pass(1 / 24);
    expect(await scene.see()).not.toHaveProperty('stalled');
    scene.clock.pass(1 / 24 / 60);
    expect(await scene.see()).toMatchObject({ stalled: { siteUrl: 'https://northwind.atlassian.net' } });
    await scene.claim();
    expect(await scene.see()).not.toHaveProperty('stalled');
  });

  it('queued twice is queued once', async () => {
    const [first, second] = [await scene.queue(), await scene.queue()];
    expect(second.revision).toBe(first.revision);
    expect(await scene.claim()).toHaveLength(1);
  });

  it('names the question that it came from only where everybody may know of it', async () => {
    const { core, ana, ben, communityId } = scene;
    await value(core.trust.acknowledgeConduct(ben, { communityId }));
    await value(core.trust.acknowledgeConduct(ana, { communityId }));
    const asked = { communityId, title: 'How do I clean a joint?', details: '', topics: [], anonymous: false };
    for (const visibility of ['members', 'organisation'] as const) {
      const question = await value(core.questions.askQuestion(ben, { ...asked, visibility }));
      const questionId = question.id;
      const answered = await value(
        core.questions.answerQuestion(ana, { questionId, text: 'Brush it well.', anonymous: false }),
      );
      await value(core.questions.acceptAnswer(ben, { questionId, answerId: answered.answers[0]!.id }));
      const { id: practiceId } = await value(core.practices.keepAsPractice(ben, { questionId }));
      await db()
        .updateTable('practice')
        .set({ life: 'endorsed', visibility: 'organisation' })
        .where('id', '=', practiceId)
        .execute();
      await value(scene.publishing.queuePublication(ben, { ...wanted(), practiceId }));
    }
    const attempts = await scene.claim();
    expect(attempts.map(({ practice }) => practice.keptFrom?.title)).toEqual([undefined, 'How do I clean a joint?']);
  });
});
