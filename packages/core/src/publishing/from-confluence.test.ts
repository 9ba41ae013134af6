import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { attemptAnswer } from './view-contract.ts';
import { aPublishingScene, type PublishingScene } from '../testing/publishing-scene.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

const wanted = () => ({ practiceId: scene.practiceId, connectionId: scene.connectionId, onto: 'new-page' as const });

describe('publishing from Confluence, as whoever is there', () => {
  const begin = (given = {}) => scene.publishing.beginAttempt(scene.benThere, { ...wanted(), ...given });

  it('writes at once, and once more over the page that was read', async () => {
    const first = await value(begin());
    expect(attemptAnswer.parse(first)).toEqual(first);
    if (first.next !== 'write') throw new Error(first.next);
    const page = scene.write(first.attempt)!;
    await value(scene.report(first.attempt, page, scene.benThere));
    expect(await scene.see()).toMatchObject({ state: 'published', requestedBy: { name: 'Ben Adeyemi' } });
    expect(await value(begin({ page: { ...page } }))).toMatchObject({ next: 'same-already' });

    await scene.edit({ body: 'Brush.' });
    expect(await value(begin())).toMatchObject({ next: 'read-page', pageId: page.id });
    expect(await value(begin({ page }))).toMatchObject({
      next: 'write',
      attempt: { pageId: page.id, expectedVersion: 1, practice: { version: 2, body: 'Brush.' } },
    });
  });

  it('takes back what was changed on the page instead of writing over it', async () => {
    const page = await scene.publish();
    const edited = { ...page, version: 2, body: 'Brush, then wipe, then look.' };
    expect(await value(begin({ page: edited }))).toMatchObject({
      next: 'taken-back',
      publication: { state: 'published' },
    });
    expect(await scene.practice()).toMatchObject({ version: 2, body: 'Brush, then wipe, then look.' });
  });

  it('lets somebody choose where both were changed', async () => {
    const page = await scene.publish();
    await scene.edit({ body: 'Brush.' });
    const edited = { ...page, version: 2, body: 'Grind.' };
    const answer = await value(begin({ page: edited }));
    expect(attemptAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      next: 'choose',
      publication: {
        state: 'edited-on-both-sides',
        bothSides: { practice: { body: 'Brush.' }, page: { body: 'Grind.', version: 2 }, fits: true },
      },
    });
  });

  it('is not for Teams, nor for another site', async () => {
    expect(await scene.publishing.beginAttempt(scene.ben, wanted())).toEqual({ ok: false, reason: 'confluence-only' });
    const elsewhere = { ...scene.ben, account: 'atlassian:cloud-2:712020:ben' as never };
    expect(await scene.publishing.beginAttempt(elsewhere, wanted())).toEqual({
      ok: false,
      reason: 'space-not-connected',
    });
  });

  it('is told of by whoever began it, and by nobody else', async () => {
    const begun = await value(begin());
    if (begun.next !== 'write') throw new Error(begun.next);
    const outcome = { attemptId: begun.attempt.id, failure: 'given-up' } as const;
    const refused = { ok: false, reason: 'no-such-attempt' };
    expect(await scene.publishing.recordOutcome(scene.ana, outcome)).toEqual(refused);
    expect(await scene.publishing.recordOutcome(scene.app, outcome)).toEqual(refused);
    expect(await value(scene.publishing.recordOutcome(scene.ben, outcome))).toMatchObject({ state: 'failed' });
    expect(await scene.see()).toMatchObject({ failure: 'given-up', abilities: { publish: true } });
  });

  it('takes turns: a second person waits, the same person begins again', async () => {
    await value(begin());
    const anaThere = { ...scene.ana, account: 'atlassian:cloud-1:712020:ana' as never };
    expect(await scene.publishing.beginAttempt(anaThere, wanted())).toEqual({ ok: false, reason: 'being-published' });
    expect(await scene.publishing.queuePublication(scene.ana, wanted())).toEqual({
      ok: false,
      reason: 'being-published',
    });
    expect(await value(begin())).toMatchObject({ next: 'write' });
    scene.clock.pass(3 / 24 / 60);
    expect(await value(scene.publishing.beginAttempt(anaThere, wanted()))).toMatchObject({ next: 'write' });
  });
});
