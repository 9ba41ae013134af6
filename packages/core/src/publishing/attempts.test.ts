import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';
import type { PublicationAttempt } from './view-contract.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

const MINUTE = 1 / 24 / 60;
const wanted = () => ({ practiceId: scene.practiceId, connectionId: scene.connectionId, onto: 'new-page' as const });
const claimOne = async (): Promise<PublicationAttempt> => {
  const [attempt] = await scene.claim();
  if (!attempt) throw new Error('Nothing waits');
  return attempt;
};
const fail = (
  attempt: PublicationAttempt,
  failure: 'confluence-unavailable' | 'edited-meanwhile' | 'title-taken',
  more = {},
) => value(scene.publishing.recordOutcome(scene.app, { attemptId: attempt.id, failure, ...more }));
const pages = () => [...scene.site.pages.values()];

describe('an attempt', () => {
  it('that was killed before it wrote is taken over when its time is over', async () => {
    await scene.queue();
    await claimOne();
    scene.clock.pass(4 * MINUTE);
    expect(await scene.claim()).toEqual([]);
    scene.clock.pass(2 * MINUTE);
    const second = await claimOne();
    await value(scene.report(second, scene.write(second)!));
    expect(await scene.see()).toMatchObject({ state: 'published' });
    expect(pages()).toHaveLength(1);
  });

  it('that was killed after it wrote, before it told, leads to no second page', async () => {
    await scene.queue();
    const first = await claimOne();
    scene.write(first);
    scene.clock.pass(6 * MINUTE);
    const second = await claimOne();
    expect(second.publicationId).toBe(first.publicationId);
    await value(scene.report(second, scene.write(second)!));
    expect(pages()).toHaveLength(1);
    expect(await scene.see()).toMatchObject({ state: 'published', page: { version: 2 } });
  });

  it('of a person whose browser closed is finished by the app', async () => {
    const benThere = scene.benThere;
    await value(scene.publishing.beginAttempt(benThere, wanted()));
    scene.clock.pass(3 * MINUTE);
    const second = await claimOne();
    await value(scene.report(second, scene.write(second)!));
    expect(await scene.see()).toMatchObject({ state: 'published' });
  });

  it('of a person whose browser closed after it wrote is begun again on the page that it made', async () => {
    const begin = () => value(scene.publishing.beginAttempt(scene.benThere, wanted()));
    const first = await begin();
    if (first.next !== 'write') throw new Error(first.next);
    scene.write(first.attempt);
    const second = await begin();
    if (second.next !== 'write') throw new Error(second.next);
    expect(second.attempt.publicationId).toBe(first.attempt.publicationId);
    await value(scene.report(second.attempt, scene.write(second.attempt)!, scene.benThere));
    expect(pages()).toHaveLength(1);
    expect(await scene.see()).toMatchObject({ state: 'published', page: { version: 2 } });
  });

  it('asked for again after it failed is known by the same mark, but not in another space', async () => {
    const { core, ana, communityId } = scene;
    await scene.queue();
    const first = await claimOne();
    await fail(first, 'title-taken');
    await scene.queue();
    const second = await claimOne();
    expect(second.publicationId).toBe(first.publicationId);
    await fail(second, 'title-taken');
    const url = 'https://northwind.atlassian.net/wiki/spaces/OT';
    const other = { communityId, kind: 'confluence-space', externalId: '4712', name: 'Other', url } as const;
    const { connections } = await value(core.communities.connectPlace(ana, other));
    const connectionId = connections.find(({ externalId }) => externalId === '4712')?.id;
    await value(scene.publishing.queuePublication(scene.ben, { ...wanted(), connectionId }));
    const third = await claimOne();
    expect(third).toMatchObject({ spaceId: '4712' });
    expect(third.publicationId).not.toBe(first.publicationId);
  });

  it('that tells late, while another is at it, is believed about its page', async () => {
    await scene.queue();
    const first = await claimOne();
    const page = scene.write(first)!;
    scene.clock.pass(6 * MINUTE);
    const second = await claimOne();
    expect(await value(scene.report(first, page))).toMatchObject({ state: 'publishing', pageId: page.id });
    const again = scene.site.update(page.id, page.version, page)!;
    expect(await value(scene.report(second, again))).toMatchObject({ state: 'published', pageId: page.id });
    expect(await scene.see()).toMatchObject({ page: { id: page.id, version: 2 } });
  });

  it('that made a second page is told that it is one too many', async () => {
    await scene.queue();
    const first = await claimOne();
    const page = scene.write(first)!;
    scene.clock.pass(6 * MINUTE);
    const second = await claimOne();
    await value(scene.report(second, scene.write(second)!));
    const stray = scene.site.create({ title: 'x', context: '', body: '' });
    expect(await value(scene.report(first, stray))).toMatchObject({ state: 'published', pageId: page.id });
    expect(await scene.see()).toMatchObject({ page: { id: page.id } });
  });

  it('cannot take the page of another practice', async () => {
    const page = await scene.publish();
    const { core, ben, communityId } = scene;
    const draft = { communityId, title: 'Another practice', context: '', body: 'x', topics: [] };
    const { id } = await value(core.practices.draftPractice(ben, { ...draft, visibility: 'organisation' }));
    await db().updateTable('practice').set({ life: 'endorsed' }).where('id', '=', id).execute();
    const begun = await value(scene.publishing.beginAttempt(scene.benThere, { ...wanted(), practiceId: id }));
    if (begun.next !== 'write') throw new Error(begun.next);
    expect(await value(scene.report(begun.attempt, page, scene.benThere))).toMatchObject({ state: 'failed' });
    expect(await scene.see()).toMatchObject({ state: 'published', page: { id: page.id } });
  });

  it('that tells twice changes nothing the second time, also when it tells something else', async () => {
    await scene.queue();
    const attempt = await claimOne();
    const page = scene.write(attempt)!;
    await value(scene.report(attempt, page));
    const before = await scene.see();
    const again = await Promise.all([
      scene.report(attempt, page),
      scene.report(attempt, page),
      scene.report(attempt, page),
    ]);
    for (const answer of again) expect(answer).toMatchObject({ ok: true, value: { state: 'published' } });
    await fail(attempt, 'title-taken');
    expect(await scene.see()).toEqual(before);
  });

  it('told of by three processes at once is recorded once', async () => {
    await scene.queue();
    const attempt = await claimOne();
    const page = scene.write(attempt)!;
    const answers = await Promise.all(Array.from({ length: 3 }, () => scene.report(attempt, page)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { state: 'published' } });
    const told = await db().selectFrom('outbox').select('id').where('type', '=', 'practice.published').execute();
    expect(told).toHaveLength(1);
  });

  it('comes to nothing when the practice was withdrawn meanwhile', async () => {
    await scene.queue();
    const attempt = await claimOne();
    await value(scene.publishing.withdrawPublication(scene.ben, { practiceId: scene.practiceId }));
    const page = scene.write(attempt)!;
    expect(await value(scene.report(attempt, page))).toEqual({ practiceId: scene.practiceId, state: 'withdrawn' });
    const seen = await scene.see();
    expect(seen).toMatchObject({ state: 'withdrawn', abilities: { publish: true, withdraw: false } });
    expect(seen).not.toHaveProperty('page');
    await scene.queue();
    expect((await claimOne()).publicationId).not.toBe(attempt.publicationId);
  });

  it('that was begun before the page was withdrawn and published anew does not count for the new one', async () => {
    const old = await scene.publish();
    await scene.edit({ body: 'Brush.' });
    await scene.queue();
    const attempt = await claimOne();
    await value(scene.publishing.withdrawPublication(scene.ben, { practiceId: scene.practiceId }));
    await scene.queue();
    const late = scene.write(attempt)!;
    expect(await value(scene.report(attempt, late))).toMatchObject({ state: 'queued' });
    expect(await claimOne()).not.toHaveProperty('pageId');
    expect(old.id).toBe(late.id);
  });
});

describe('two at once', () => {
  it('two visits of the app never get the same', async () => {
    const { core, ben, communityId } = scene;
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      const draft = { communityId, title: `Practice ${count}`, context: '', body: 'x', topics: [] };
      const { id } = await value(core.practices.draftPractice(ben, { ...draft, visibility: 'organisation' }));
      await db().updateTable('practice').set({ life: 'endorsed' }).where('id', '=', id).execute();
      await value(scene.publishing.queuePublication(ben, { ...wanted(), practiceId: id }));
      ids.push(id);
    }
    const visits = await Promise.all(Array.from({ length: 6 }, () => scene.claim(3)));
    const handed = visits.flat().map(({ practiceId }) => practiceId);
    expect(new Set(handed).size).toBe(handed.length);
    const rest = [...(await scene.claim()), ...(await scene.claim())];
    expect([...handed, ...rest.map(({ practiceId }) => practiceId)].toSorted()).toEqual(ids.toSorted());
  });

  it('two people who publish at once get one page', async () => {
    const anaThere = { ...scene.ana, account: `atlassian:${CLOUD}:712020:ana` as never };
    const begun = await Promise.all(
      [scene.benThere, anaThere].map((actor) => scene.publishing.beginAttempt(actor, wanted())),
    );
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    expect(begun.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'being-published' });
  });

  it('the app and a person at once get one leave', async () => {
    await scene.queue();
    const [claimed, begun] = await Promise.all([
      scene.claim(),
      scene.publishing.beginAttempt(scene.benThere, wanted()),
    ]);
    expect(claimed.length + (begun.ok ? 1 : 0)).toBe(1);
  });
});
