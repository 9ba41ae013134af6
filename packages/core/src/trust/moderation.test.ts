import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { auditPage, moderationPage } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let trust: QuestionScene['core']['trust'];
let questions: QuestionScene['core']['questions'];

const all = { limit: 25 } as const;

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ trust, questions } = scene.core);
});

const answerOf = (id: string) => ({ kind: 'answer', id }) as const;

describe('a report', () => {
  it('waits for the stewards, who do not learn whom it is from', async () => {
    const { ana, ben, cem, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben, { anonymous: true });
    const { answers } = await scene.answer(cem, questionId, 'Are you stupid?', true);
    const subject = answerOf(answers[0]?.id ?? '');
    certain(await trust.report(dora, { subject, reason: 'other' }));
    certain(await trust.report(dora, { subject, reason: 'unkind', note: 'This hurts.' }));
    certain(await trust.report(ben, { subject, reason: 'unkind' }));

    expect(await trust.listReports(ben, { communityId, ...all })).toEqual({ ok: false, reason: 'not-allowed' });
    const queue = certain(await trust.listReports(ana, { communityId, ...all }));
    expect(moderationPage.parse(queue)).toEqual(queue);
    expect(queue.items).toMatchObject([
      {
        subject,
        excerpt: 'Are you stupid?',
        author: { pseudonym: 'Anonymous 2' },
        reports: [{ reason: 'unkind', note: 'This hurts.' }, { reason: 'unkind' }],
        link: { kind: 'question', id: questionId },
      },
    ]);
    for (const who of [dora, ben, cem]) expect(JSON.stringify(queue)).not.toContain(who.personId);
  });

  it('is about something that one can see', async () => {
    const { id } = await scene.ask(scene.ben, { visibility: 'members' });
    const reported = await trust.report(scene.dora, { subject: { kind: 'question', id }, reason: 'spam' });
    expect(reported).toEqual({ ok: false, reason: 'no-such-item' });
  });

  it.each([false, true])(
    'is not about one’s own words, also where nobody knows whose they are: %s',
    async (anonymous) => {
      const { id } = await scene.ask(scene.ben, { anonymous });
      const reported = await trust.report(scene.ben, { subject: { kind: 'question', id }, reason: 'other' });
      expect(reported).toEqual({ ok: false, reason: 'own-item' });
    },
  );

  it('goes with its question to another community', async () => {
    const { ana, ben, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben);
    certain(await trust.report(dora, { subject: { kind: 'question', id: questionId }, reason: 'spam' }));
    const there = { archetype: 'forum', name: 'Paper forum', purpose: 'All about paper', topics: [] } as const;
    const { id: toCommunityId } = certain(await scene.core.communities.foundCommunity(dora, { ...there, topics: [] }));
    await scene.comeIn(ben, toCommunityId);
    certain(await questions.moveQuestion(ben, { questionId, toCommunityId }));
    await scene.relay();

    expect(certain(await trust.listReports(ana, { communityId, ...all })).items).toEqual([]);
    expect(certain(await trust.listReports(dora, { communityId: toCommunityId, ...all })).items).toHaveLength(1);
  });
});

describe('moderation', () => {
  it('hides an answer from everybody but its author and the stewards, and shows it again', async () => {
    const { ana, ben, cem, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(cem, questionId, 'Buy my ink!');
    await scene.answer(ana, questionId, 'Let it dry.');
    const subject = answerOf(answers[0]?.id ?? '');
    certain(await trust.report(dora, { subject, reason: 'spam' }));

    const hide = { subject, action: 'hide', reason: 'It is advertising.' } as const;
    expect(await trust.moderate(ben, hide)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(certain(await trust.moderate(ana, hide))).toEqual({ subject, action: 'hide', hidden: true });
    expect(await trust.moderate(ana, hide)).toEqual({ ok: false, reason: 'already-so' });

    const as = async (who: Actor) => {
      const view = certain(await questions.seeQuestion(who, { questionId }));
      return [view.answerCount, view.answers.find(({ hidden }) => hidden)?.text];
    };
    expect(await as(ben)).toEqual([1, '']);
    expect(await as(cem)).toEqual([1, 'Buy my ink!']);
    expect(await as(ana)).toEqual([1, 'Buy my ink!']);
    expect(JSON.stringify(certain(await questions.seeHistory(ben, { questionId })))).not.toContain('Buy my ink');
    expect(certain(await trust.listReports(ana, { communityId, ...all })).items).toEqual([]);

    certain(await trust.moderate(ana, { subject, action: 'restore', reason: 'It was meant well.' }));
    expect(await as(ben)).toEqual([2, undefined]);

    const log = certain(await trust.listAudit(ana, { communityId, ...all }));
    expect(auditPage.parse(log)).toEqual(log);
    expect(log.items.map(({ action, reason }) => `${action}: ${reason}`).toSorted()).toEqual([
      'hide: It is advertising.',
      'restore: It was meant well.',
    ]);
    expect(log.items.map(({ about }) => about?.excerpt)).toEqual(['Buy my ink!', 'Buy my ink!']);
    expect(await trust.listAudit(ben, { communityId, ...all })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it.each([true, false])(
    'hides a question from lists, pages and search, but not from its asker (anonymous: %s)',
    async (anonymous) => {
      const { ana, ben, cem } = scene;
      const { id: questionId } = await scene.ask(ben, { anonymous });
      const subject = { kind: 'question', id: questionId } as const;
      certain(await trust.moderate(ana, { subject, action: 'hide', reason: 'It names a customer.' }));

      expect(await questions.seeQuestion(cem, { questionId })).toEqual({ ok: false, reason: 'no-such-question' });
      expect(await questions.haveThisToo(cem, { questionId })).toEqual({ ok: false, reason: 'no-such-question' });
      expect(certain(await questions.listQuestions(cem, { ...all, sort: 'active' })).items).toEqual([]);
      expect(certain(await questions.seeQuestion(ben, { questionId }))).toMatchObject({ hidden: true });
      const mine = await questions.listQuestions(ben, { ...all, sort: 'active', mine: 'asked' });
      expect(certain(mine).items).toMatchObject([{ hidden: true }]);
      expect(certain(await questions.listQuestions(ana, { ...all, sort: 'active' })).items).toMatchObject([
        { hidden: true },
      ]);
    },
  );

  it('hides a practice from those who do not keep order', async () => {
    const { ana, ben, cem, communityId } = scene;
    const { practices } = scene.core;
    const text = {
      title: 'Dry for a day',
      context: '',
      body: 'Wait.',
      topics: [],
      visibility: 'organisation',
    } as const;
    const { id: practiceId } = certain(await practices.draftPractice(ben, { communityId, ...text, topics: [] }));
    certain(await practices.changeLife(ben, { practiceId, action: 'propose' }));
    const subject = { kind: 'practice', id: practiceId } as const;
    certain(await trust.report(cem, { subject, reason: 'wrong-and-harmful' }));
    certain(await trust.moderate(ana, { subject, action: 'hide', reason: 'It ruins the rollers.' }));

    expect(await practices.seePractice(cem, { practiceId })).toEqual({ ok: false, reason: 'no-such-practice' });
    expect(await practices.seePractice(ben, { practiceId })).toMatchObject({ ok: true });
    expect(await practices.seePractice(ana, { practiceId })).toMatchObject({ ok: true });
  });

  it('is not for one’s own words, named or not', async () => {
    const { ana, ben } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(ana, questionId, 'I am right', true);
    const subject = answerOf(answers[0]?.id ?? '');
    const dismissed = await trust.moderate(ana, { subject, action: 'warn', reason: 'No reason' });
    expect(dismissed).toEqual({ ok: false, reason: 'own-item' });
  });

  it('lets an administrator help where they can look', async () => {
    const admin = await scene.person('Ada Admin', { administrator: true });
    const { id } = await scene.ask(scene.ben, { visibility: 'organisation' });
    const subject = { kind: 'question', id } as const;
    certain(await trust.moderate(admin, { subject, action: 'hide', reason: 'Private data' }));
    certain(await trust.moderate(admin, { subject, action: 'restore', reason: 'It is gone' }));
    certain(
      await scene.core.communities.editCommunity(scene.ana, {
        communityId: scene.communityId,
        visibility: 'by-invitation',
      }),
    );
    expect(await trust.moderate(admin, { subject, action: 'hide', reason: 'Private data' })).toEqual({
      ok: false,
      reason: 'no-such-item',
    });
  });

  it('tells what happened and never who reported', async () => {
    const { ana, ben, dora } = scene;
    const { id } = await scene.ask(ben, { anonymous: true });
    const subject = { kind: 'question', id } as const;
    certain(await trust.report(dora, { subject, reason: 'unkind' }));
    certain(await trust.moderate(ana, { subject, action: 'dismiss', reason: 'It is fine.' }));
    expect(await trust.moderate(ana, { subject, action: 'dismiss', reason: 'Twice' })).toEqual({
      ok: false,
      reason: 'already-so',
    });
    const { rows } = await sql<{ type: string; payload: object }>`
      SELECT type, payload FROM outbox WHERE type LIKE 'item.%' ORDER BY position`.execute(db());
    expect(rows).toMatchObject([
      { type: 'item.reported', payload: { subjectKind: 'question', subjectId: id, questionId: id } },
      { type: 'item.dismissed', payload: { by: ana.personId } },
    ]);
    for (const who of [ben, dora]) expect(JSON.stringify(rows)).not.toContain(who.personId);
  });
});
